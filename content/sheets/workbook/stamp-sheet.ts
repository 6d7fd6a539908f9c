/** Hidden: what each entity was when the workbook was exported (`kind/id`, digest). */
export const stampSheetName = '导出记录';
