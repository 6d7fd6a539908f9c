import { chineseDate } from '../dates.ts';
import type { Kinds } from './kind.ts';

export interface EmploymentRecords {
  /** Newest first; `until` is null while it lasts. */
  'employment-registration': {
    registrations: { kind: '就业登记' | '失业登记'; on: string; detail: string; until: string | null }[];
  };
}

export const employment: Kinds<EmploymentRecords> = {
  'employment-registration': {
    name: { zh: '就业失业登记证明', en: 'Certificate of Employment Registration' },
    summary: { zh: '就业登记、失业登记的时间和单位', en: 'When you were registered as working or out of work' },
    body: ({ registrations }) => ({
      statement: {
        zh: `经查询公共就业服务信息，上述人员${registrations[0]?.until === null ? `现处于${registrations[0].kind}状态` : '目前没有有效的登记'}，登记情况如下表。`,
        en: 'According to the records of the public employment service, the holder was registered as follows.',
      },
      table: {
        columns: [
          { zh: '登记类别', en: 'Kind' },
          { zh: '登记日期', en: 'On' },
          { zh: '用人单位或登记事由', en: 'Employer or reason' },
          { zh: '终止日期', en: 'Until' },
        ],
        rows: registrations.map(({ kind, on, detail, until }) => [
          kind,
          chineseDate(on),
          detail,
          until === null ? '至今' : chineseDate(until),
        ]),
        figures: [],
        widths: [0.9, 1.2, 2.1, 1.2],
      },
    }),
  },
};
