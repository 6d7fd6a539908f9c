import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openHouse } from '../support/house.ts';
import { command } from '../support/programs.ts';
import { quantile, rounded } from './figures.ts';

const rounds = 5;
const file = 'district/matters/social-security/flexible-employment-enrolment.yaml';

/** From the end of `content publish` to the new generation on an idle terminal: the hint, the update, the switch. */
export async function benchPublish(): Promise<Record<string, unknown>> {
  const house = await openHouse();
  try {
    await house.until('content', state => state.content.digest !== null);
    const source = join(house.contentSource, file);
    const text = await readFile(source, 'utf8');
    const commandMs: number[] = [];
    const shownMs: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const before = (await house.state()).content.digest;
      await writeFile(source, text.replace(/^( {2}zh: .*)$/m, `$1${'新'.repeat(round)}`));
      const shown = house.until('new content', state => state.content.digest !== before).then(() => performance.now());
      const began = performance.now();
      const args = [
        '--source',
        house.contentSource,
        '--origin',
        house.contentOriginDir,
        '--keys',
        house.contentKeysDir,
        '--no-speech',
      ];
      const { code, stderr } = await command('content', 'publish', ...args);
      if (code !== 0) throw new Error(`content publish: ${stderr}`);
      const published = performance.now();
      commandMs.push(published - began);
      shownMs.push((await shown) - published);
    }
    return {
      publications: rounds,
      publishCommandP50Ms: rounded(quantile(commandMs, 0.5)),
      publishedToShownP50Ms: rounded(quantile(shownMs, 0.5)),
      publishedToShownMaxMs: rounded(Math.max(...shownMs)),
    };
  } finally {
    await house.close();
  }
}
