import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../common/write-whole.ts';
import { checkContent } from '../compiler/check.ts';
import { copySources } from '../compiler/copy-sources.ts';
import type { Problem } from '../compiler/problem.ts';
import type { Change } from './changes.ts';
import type { CellProblem, Entities, Entity } from './entity.ts';
import { throughCells } from './normal-entities.ts';
import { type ImportPlan, keyOfChange, planImport, stampOf } from './plan-import.ts';
import { cellOfProblem } from './read/cell-of-problem.ts';
import { fixedRowProblems } from './read/fixed-rows.ts';
import { fromTables, type Reading } from './read/from-tables.ts';
import { schemaProblems } from './read/schema-problems.ts';
import { readSourceEntities } from './source-entities.ts';
import { readWorkbook } from './workbook/read-workbook.ts';
import { type FileTexts, filesAfter } from './write-back.ts';

export type ImportOutcome =
  | { outcome: 'refused'; cells: CellProblem[]; ignored: string[] }
  | { outcome: 'conflict'; conflicts: ImportPlan['conflicts']; ignored: string[] }
  /** `warnings` of the content check that the changes bring. Nothing is written before `write` is called. */
  | {
      outcome: 'ready';
      changes: Change[];
      files: { file: string; what: 'written' | 'deleted' }[];
      warnings: Problem[];
      ignored: string[];
      write(): Promise<void>;
    };

/**
 * What importing a workbook into a content folder would change.
 * @throws Refusal sheet-unreadable, content-unreadable, content-invalid (the folder as it stands)
 */
export async function importWorkbook(bytes: Buffer, folder: string): Promise<ImportOutcome> {
  const { tables, stamps, problems, ignored } = await readWorkbook(bytes);
  const sources = await readSourceEntities(folder);
  const normal = throughCells(sources).reading;
  const read = fromTables(tables, normal.entities);
  const reading: Reading = { ...read, entities: withUntouched(read.entities, normal.entities) };
  const structure = [...problems, ...reading.problems, ...fixedRowProblems(reading, normal.entities)];
  // A missing sheet makes everything else look wrong.
  const cells = structure.length > 0 ? structure : schemaProblems(reading);
  if (cells.length > 0) return { outcome: 'refused', cells: once(cells), ignored };
  const plan = planImport(stamps, normal, reading);
  if (plan.conflicts.length > 0) return { outcome: 'conflict', conflicts: plan.conflicts, ignored };
  const texts = filesAfter(plan.changes, sources, normal.entities, reading.entities);
  const { broken, warnings } = await tryOut(folder, texts, plan.changes, reading);
  if (broken.length > 0) return { outcome: 'refused', cells: once(broken), ignored };
  return {
    outcome: 'ready',
    changes: plan.changes,
    files: [...texts].map(([file, text]) => ({ file, what: text === null ? 'deleted' : 'written' })),
    warnings,
    ignored,
    write: () => writeFiles(folder, texts),
  };
}

/** A file without any content has no row in the workbook, and is not meant to go. */
function withUntouched(read: Entities, normal: Entities): Entities {
  const empty = [...normal].filter(([key, { value }]) => !read.has(key) && Object.keys(value).length === 0);
  return new Map([...read, ...empty]);
}

/** New files before old ones go: a crash in between leaves a matter twice, which the check names, and never none. */
async function writeFiles(folder: string, texts: FileTexts): Promise<void> {
  for (const [file, text] of texts) if (text !== null) await writeWhole(join(folder, file), text);
  for (const [file, text] of texts) if (text === null) await rm(join(folder, file), { force: true });
}

/**
 * Writes into a copy, reads it back and checks it by all rules, as `content check` does.
 * @throws Error when the files do not say what the workbook says: a fault of this program, and nothing was written
 */
async function tryOut(
  folder: string,
  texts: FileTexts,
  changes: readonly Change[],
  reading: Reading,
): Promise<{ broken: CellProblem[]; warnings: Problem[] }> {
  if (texts.size === 0) return { broken: [], warnings: [] };
  const copy = await mkdtemp(join(tmpdir(), 'content-import-'));
  try {
    await copySources(folder, copy);
    const before = new Set((await checkContent(copy)).problems.map(fingerprint));
    await writeFiles(copy, texts);
    const after = await checkContent(copy);
    const found = after.problems.filter(problem => !before.has(fingerprint(problem)));
    const errors = found.filter(({ severity }) => severity === 'error');
    const broken = errors.map(problem => onPaper(problem, changes) ?? cellOfProblem(problem, texts, reading));
    if (broken.length === 0) await assertSays(copy, changes, reading);
    return { broken, warnings: found.filter(({ severity }) => severity === 'warning') };
  } finally {
    await rm(copy, { recursive: true });
  }
}

/** QR codes outlive a row: whoever takes away a matter is told what to do instead, once. */
function onPaper({ rule, message }: Problem, changes: readonly Change[]): CellProblem | null {
  if (rule !== 'code-orphaned') return null;
  const gone = changes.find(({ what, id }) => what === 'removed' && message.includes(`but ${id} is gone`));
  if (gone === undefined) return null;
  const expected =
    '保留这一行：二维码已经印出去了。停办请在“编码与日期”里填取消日期；要合并到别的事项，请管理员先用 content codes 处理';
  return { address: '事项!A1', expected, found: `${gone.name}（${gone.id}）` };
}

async function assertSays(folder: string, changes: readonly Change[], reading: Reading): Promise<void> {
  const written = throughCells(await readSourceEntities(folder)).reading.entities;
  const stampAt = (entities: Entities, change: Change): string | null => {
    const entity: Entity | undefined = entities.get(keyOfChange(change));
    return entity === undefined ? null : stampOf(entity);
  };
  for (const change of changes)
    if (stampAt(written, change) !== stampAt(reading.entities, change))
      throw new Error(`the file of ${change.kind} ${change.id} would not say what the workbook says`);
}

function fingerprint({ file, rule, message }: Problem): string {
  return [file, rule, message].join('\n');
}

function once(cells: readonly CellProblem[]): CellProblem[] {
  const seen = new Set<string>();
  return cells.filter(({ address, expected, found }) => {
    const key = `${address}\n${expected}\n${found}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
