import type { Person } from '../api/types.ts';
import type { CertificateRecord, RecordSource } from './records.ts';
import { luFugen } from './sample-records/lu-fugen.ts';
import { wangXiaoming } from './sample-records/wang-xiaoming.ts';
import { zhengJining } from './sample-records/zheng-jining.ts';

/**
 * Made-up people with made-up records. Between them they have every kind; 陈阿婆 has none. All bear the names and
 * numbers of sample cards that a simulated reader offers, but 卢福根, who has no card there yet.
 */
export const samplePeople: { person: Person; records: CertificateRecord[] }[] = [
  { person: { name: '王小明', idNumber: '331003199005120018' }, records: wangXiaoming },
  { person: { name: '郑𠮷宁', idNumber: '331003198511230047' }, records: zhengJining },
  { person: { name: '卢福根', idNumber: '331003195104060032' }, records: luFugen },
  { person: { name: '陈阿婆', idNumber: '33100319480308002X' }, records: [] },
];

/** The name must fit the number: a number alone must not open somebody's record. */
export const sampleRecords: RecordSource = {
  recordsOf: async ({ idNumber, name }) =>
    samplePeople.find(({ person }) => person.idNumber === idNumber && person.name === name)?.records ?? [],
};
