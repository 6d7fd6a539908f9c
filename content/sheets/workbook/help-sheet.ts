import type ExcelJS from 'exceljs';
import { entityWords, type Sheet } from '../sheet.ts';

export const helpSheetName = '说明';

const lines = [
  '怎么改',
  '1. 每张表第 1 行是列名，鼠标放上去能看到要填什么；第 2 行是程序认列用的英文名，不要改。',
  '2. 灰色列是编号，不要改；“属于”列只给人看，改了没有用。',
  '3. 有下拉框的格子从下拉框里选。几项写在一格里用中文分号；隔开。',
  '4. 新增：在表的最后加一行，写明属于哪个事项；编号可以留空。',
  '5. 次序：材料、步骤、问题等按行的上下次序显示。',
  '6. 停办的事项不要删行，在“编码与日期”里填取消日期。',
  '7. “条件”写成：问题=答案|答案；几个条件用；隔开，要同时满足。问题和答案照“情形”“答案”表里的字写。',
  '8. 不要写公式，不要合并单元格。',
  '9. 改好存盘，把文件交给管理员导入。导入前会列出改了哪些地方，有错的格子会指出在哪张表哪一格。',
  '',
  '各张表',
];

/** The first sheet: how to use the others. Nothing on it is read back. */
export function addHelp(workbook: ExcelJS.Workbook, sheets: readonly Sheet[]): void {
  const page = workbook.addWorksheet(helpSheetName, { properties: { tabColor: { argb: 'FF9CA3AF' } } });
  page.columns = [{ width: 18 }, { width: 14 }, { width: 100 }];
  page.addRow(['政务服务事项内容']).font = { bold: true, size: 16 };
  page.addRow([]);
  for (const line of lines) {
    const row = page.addRow([line]);
    if (!/^\d/.test(line)) row.font = { bold: true, size: 12 };
  }
  for (const { name, entity, about } of sheets) {
    const row = page.addRow([name, entityWords[entity], about]);
    row.getCell(3).alignment = { wrapText: true, vertical: 'top' };
  }
}
