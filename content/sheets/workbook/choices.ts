import type ExcelJS from 'exceljs';
import { type LaidColumn, layout, letterOf } from '../layout.ts';
import type { Sheet } from '../sheet.ts';

/** Hidden: the words of all drop-downs, a list a column. */
export const choiceSheetName = '选项';

/** Rows below the last one that have drop-downs too. */
const spareRows = 300;
/** Rows of the sheets of matters and places that a drop-down of ids looks at. */
const lastReferredRow = 3000;

/** Drop-downs of columns that name a row of another sheet. They help, but do not refuse: names are understood as well. */
const referring: Record<string, string> = { matter: "'事项'!$A$3", place: "'网点'!$A$3", level: "'网点'!$A$3" };

interface ChoiceLists {
  lists: readonly (readonly string[])[];
  validate(page: ExcelJS.Worksheet, columns: readonly LaidColumn[], firstRow: number, rows: number): void;
}

/** Every different list of words that some column offers. */
export function choiceLists(sheets: readonly Sheet[]): ChoiceLists {
  const lists = new Map<string, readonly string[]>();
  for (const sheet of sheets)
    for (const { kind } of layout(sheet))
      if (kind.choices !== undefined) lists.set(kind.choices.join('\n'), kind.choices);
  const keys = [...lists.keys()];
  return {
    lists: [...lists.values()],
    validate(page, columns, firstRow, rows) {
      for (const [index, { kind, key, role, header }] of columns.entries()) {
        const letter = letterOf(index);
        const area = `${letter}${firstRow}:${letter}${firstRow + rows + spareRows}`;
        if (kind.choices !== undefined) {
          const column = letterOf(keys.indexOf(kind.choices.join('\n')));
          const formula = `'${choiceSheetName}'!$${column}$1:$${column}$${kind.choices.length}`;
          add(page, area, formula, { strict: true, header });
        } else if (role === 'id' && referring[key] !== undefined) {
          const [first = ''] = [referring[key]];
          const column = key === 'matter' && kind.name === 'reference' ? first.replace('A', 'B') : first;
          add(page, area, `${column}:${column.slice(column.indexOf('$'), -1)}${lastReferredRow}`, {
            strict: false,
            header,
          });
        }
      }
    },
  };
}

export function addChoices(workbook: ExcelJS.Workbook, { lists }: ChoiceLists): void {
  const page = workbook.addWorksheet(choiceSheetName, { state: 'veryHidden' });
  for (const [index, list] of lists.entries())
    for (const [row, word] of list.entries()) page.getCell(row + 1, index + 1).value = word;
}

/** What exceljs has but does not declare: a rule for a whole range, instead of one a cell. */
interface WithRanges {
  dataValidations: { add(area: string, rule: ExcelJS.DataValidation): void };
}

function add(page: ExcelJS.Worksheet, area: string, formula: string, of: { strict: boolean; header: string }): void {
  (page as unknown as WithRanges).dataValidations.add(area, {
    type: 'list',
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: of.strict,
    errorStyle: 'stop',
    errorTitle: of.header,
    error: '请从下拉框里选一项。',
  });
}
