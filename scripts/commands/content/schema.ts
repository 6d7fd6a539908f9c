import { join } from 'node:path';
import { writeWhole } from '../../../content/common/write-whole.ts';
import { jsonSchemas } from '../../../content/compiler/json-schemas.ts';
import { type CommandDefinition, requiredText } from '../command-line.ts';

/** `content schema`. */
export const schema: CommandDefinition = {
  summary: 'Writes JSON Schemas of the source files, for editors that complete and explain',
  usage: 'schema --out DIR',
  options: { out: { type: 'string' } },
  async run({ values, say }) {
    const folder = requiredText(values, 'out');
    const schemas = jsonSchemas();
    for (const [name, json] of schemas) {
      await writeWhole(join(folder, name), `${JSON.stringify(json, null, 2)}\n`);
      say(join(folder, name));
    }
    return { result: { files: [...schemas.keys()].map(name => join(folder, name)) } };
  },
};
