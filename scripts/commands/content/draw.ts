import { Refusal } from '../../../content/common/faults.ts';
import { writeWhole } from '../../../content/common/write-whole.ts';
import { drawMatter } from '../../../content/compiler/draw/draw-matter.ts';
import { readSources } from '../../../content/compiler/read-sources.ts';
import { allAnswers } from '../../../content/model/situation.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';

/** `content draw`. */
export const draw: CommandDefinition = {
  summary: 'Draws the situations of a matter as a tree (SVG)',
  usage: 'draw MATTER [--out FILE.svg] [--source DIR]',
  options: { out: { type: 'string' }, source: { type: 'string' } },
  async run({ values, positionals, say }) {
    const [id, ...others] = positionals;
    if (id === undefined || others.length > 0) throw new UsageError('draw takes exactly one MATTER: its id');
    const { matters } = await readSources(textOption(values, 'source') ?? defaultPaths.contentSource);
    const matter = matters.find(({ value }) => value.id === id)?.value;
    if (matter === undefined) throw new Refusal('matter-unknown', id);
    const file = textOption(values, 'out') ?? `${id}.svg`;
    await writeWhole(file, drawMatter(matter));
    const situations = allAnswers(matter).length;
    say(`Wrote ${file}: ${matter.questions.length} questions, ${situations} situations.`);
    return { result: { matter: id, file, questions: matter.questions.length, situations } };
  },
};
