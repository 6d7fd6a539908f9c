import { z } from 'zod';
import { isValues } from './values.ts';

type Schema = z.core.$ZodType;

/** What a schema is about, behind optional, default and the model's short forms. */
export type Shape =
  | { kind: 'object'; fields: ReadonlyMap<string, Shape> }
  | { kind: 'list'; of: Shape }
  | { kind: 'record'; of: Shape }
  | { kind: 'words' }
  | { kind: 'leaf' };

export function shapeOf(schema: Schema): Shape {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return shapeOf(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return shapeOf(schema.def.in);
  if (schema instanceof z.ZodUnion) {
    const shapes = schema.def.options.map(shapeOf);
    return (
      shapes.find(({ kind }) => kind === 'object') ?? shapes.find(({ kind }) => kind !== 'leaf') ?? { kind: 'leaf' }
    );
  }
  if (schema instanceof z.ZodArray) return { kind: 'list', of: shapeOf(schema.def.element) };
  if (schema instanceof z.ZodRecord) return { kind: 'record', of: shapeOf(schema.def.valueType) };
  if (!(schema instanceof z.ZodObject)) return { kind: 'leaf' };
  const fields = new Map(Object.entries(schema.def.shape).map(([key, field]) => [key, shapeOf(field)]));
  return [...fields.keys()].join() === 'zh,en' ? { kind: 'words' } : { kind: 'object', fields };
}

/** Puts the keys of plain data into the order of its schema, in place. */
export function orderKeys(shape: Shape, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) if (shape.kind === 'list') orderKeys(shape.of, item);
    return;
  }
  if (!isValues(value)) return;
  if (shape.kind === 'record') {
    for (const item of Object.values(value)) orderKeys(shape.of, item);
    return;
  }
  if (shape.kind !== 'object') return;
  const entries = Object.entries(value);
  const order = [...shape.fields.keys()];
  entries.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  for (const [key] of entries) delete value[key];
  for (const [key, item] of entries) {
    value[key] = item;
    const field = shape.fields.get(key);
    if (field !== undefined) orderKeys(field, item);
  }
}
