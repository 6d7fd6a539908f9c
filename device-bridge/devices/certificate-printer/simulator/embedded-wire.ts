import ipp from '@sealsystems/ipp';
import { z } from 'zod';
import { type Answer, handlers, type PrinterContext, requestSchema, toMessage } from './embedded-operations.ts';

const group = z.record(z.string(), z.unknown());
const messageSchema = z.object({
  version: z.string(),
  operation: z.string().optional(),
  id: z.number(),
  'operation-attributes-tag': group.default({}),
  'job-attributes-tag': group.default({}),
  data: z.instanceof(Buffer).default(Buffer.alloc(0)),
});
type Message = z.output<typeof messageSchema>;

const versions = ['1.0', '1.1', '2.0', '2.1', '2.2'];

/** One IPP request in bytes to its answer in bytes; null when it is not IPP at all. */
export function answerRequest(bytes: Buffer, context: PrinterContext): Buffer | null {
  const message = readMessage(bytes);
  if (message === null) return null;
  const answer = decide(message, context);
  const version = versions.includes(message.version) ? message.version : '2.0';
  const written = ipp.serialize({ ...toMessage(answer, version), id: 1 });
  // The library makes up an id of its own for 0.
  written.writeInt32BE(message.id, 4);
  return written;
}

function readMessage(bytes: Buffer): Message | null {
  try {
    const message = messageSchema.safeParse(ipp.parse(bytes));
    return message.success ? message.data : null;
  } catch {
    return null;
  }
}

function decide(message: Message, context: PrinterContext): Answer {
  if (!versions.includes(message.version)) return { statusCode: 'server-error-version-not-supported' };
  const attributes = message['operation-attributes-tag'];
  const [first, second] = Object.keys(attributes);
  // RFC 8011 sections 4.1.1, 4.1.4.1 and 4.1.5: a positive id, charset and language first, then the target.
  const inOrder = first === 'attributes-charset' && second === 'attributes-natural-language';
  const hasTarget = 'printer-uri' in attributes || 'job-uri' in attributes;
  if (message.id <= 0 || !inOrder || !hasTarget) return { statusCode: 'client-error-bad-request' };
  if (attributes['attributes-charset'] !== 'utf-8' && attributes['attributes-charset'] !== 'us-ascii') {
    return { statusCode: 'client-error-charset-not-supported' };
  }
  const handler = Object.entries(handlers).find(([operation]) => operation === message.operation)?.[1];
  if (handler === undefined) return { statusCode: 'server-error-operation-not-supported' };
  const request = requestSchema.safeParse({ ...message['job-attributes-tag'], ...attributes });
  if (!request.success) {
    return {
      statusCode: 'client-error-attributes-or-values-not-supported',
      message: z.prettifyError(request.error).slice(0, 255),
    };
  }
  return handler(request.data, message.data, context);
}
