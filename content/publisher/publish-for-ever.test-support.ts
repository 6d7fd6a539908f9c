import { publishRecords } from './publish-records.ts';
import { sampleRecords } from './sample-records.test-support.ts';

/** A publisher for a test to kill: publishes one edit after the other until its end. ORIGIN KEYS FIRST-ROUND */
const [, , origin = '', keys = '', first = '0'] = process.argv;

// Loaded and waiting: the test says when to begin.
process.send?.('ready');
await new Promise(resolve => process.once('message', resolve));
for (let round = Number(first); ; round += 1) {
  process.send?.(round);
  const records = sampleRecords(30 + (round % 3), { [round % 30]: `第${round}轮。` });
  await publishRecords({ origin, keys, now: new Date(), records });
}
