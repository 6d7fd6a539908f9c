import ipp from '@sealsystems/ipp';
import { z } from 'zod';
import type { IppResult } from './ipp-failure.ts';
import { isSoundlyFramed } from './ipp-framing.ts';

const groupSchema = z.record(z.string(), z.unknown());
/** The library gives a group that came once as an object, else as an array of them. */
const groupsSchema = z.preprocess(
  value => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(groupSchema),
);
const messageSchema = z.object({
  'operation-attributes-tag': groupSchema.optional(),
  'job-attributes-tag': groupsSchema,
  'printer-attributes-tag': groupsSchema,
});
/** An IPP answer as groups of attributes, name to value. */
export type IppAnswer = z.output<typeof messageSchema>;

/** Reads the bytes a printer answered. Total: whatever they are, it is a value or a failure. */
export function readAnswer<T>(bytes: Buffer, read: (answer: IppAnswer) => z.ZodSafeParseResult<T>): IppResult<T> {
  if (!isSoundlyFramed(bytes)) return malformed('not an IPP message');
  let message: unknown;
  try {
    message = ipp.parse(bytes);
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error));
  }
  const answer = messageSchema.safeParse(message);
  if (!answer.success) return malformed(z.prettifyError(answer.error));
  // Read here, not by the library, which knows no status newer than its table and mixes statuses with operations.
  const code = bytes.readUInt16BE(2);
  if (code >= 0x0400) {
    const status = ipp.statusCodes.lookup[code] ?? `status-0x${code.toString(16).padStart(4, '0')}`;
    const text = answer.data['operation-attributes-tag']?.['status-message'];
    return { ok: false, failure: { kind: 'status', status, message: typeof text === 'string' ? text : '' } };
  }
  const value = read(answer.data);
  return value.success ? { ok: true, value: value.data } : malformed(z.prettifyError(value.error));
}

function malformed(detail: string): IppResult<never> {
  return { ok: false, failure: { kind: 'malformed', detail } };
}
