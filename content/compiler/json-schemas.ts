import { z } from 'zod';
import { calendarSchema } from '../model/calendar.ts';
import { lifeEventSchema } from '../model/life-event.ts';
import { matterSchema } from '../model/matter.ts';
import { overlaySchema } from '../model/overlay.ts';
import { placeSchema } from '../model/place.ts';
import { readingsSchema } from './read-sources.ts';

/** One for each kind of source file; the name goes into the first line of a file, for the author's editor. */
const schemas = {
  matter: { title: '事项 matter', schema: matterSchema },
  place: { title: '便民服务中心 place', schema: placeSchema },
  overlay: { title: '乡镇补充 overlay', schema: overlaySchema },
  'life-events': { title: '一件事 life events', schema: z.array(lifeEventSchema) },
  calendar: { title: '节假日 calendar', schema: z.array(calendarSchema) },
  readings: { title: '读音 readings', schema: readingsSchema },
};

/** JSON Schemas (draft 2020-12) of what authors write: file name -> schema. Rules across values are the check's. */
export function jsonSchemas(): Map<string, object> {
  return new Map(
    Object.entries(schemas).map(([name, { title, schema }]) => [
      `${name}.schema.json`,
      { title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) },
    ]),
  );
}
