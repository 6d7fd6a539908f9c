import {
  type CreateNodeOptions,
  Document,
  isMap,
  isNode,
  isSeq,
  type Node,
  parseDocument,
  type ToStringOptions,
} from 'yaml';
import { mended, same } from './mend-document.ts';
import { mergeLines } from './merge-lines.ts';

const style: ToStringOptions & CreateNodeOptions = { lineWidth: 0, flowCollectionPadding: false, singleQuote: true };

/** The file's text with what changed from `old` to `wanted`, and nothing else. */
export function mendFile(text: string, old: unknown, wanted: unknown): string {
  if (same(old, wanted)) return text;
  const document = parseDocument(text);
  const before = document.toString(style);
  const head = firstOf(document.contents);
  const comment = head?.commentBefore;
  document.contents = mended(document, document.contents, old, wanted) as typeof document.contents;
  const first = firstOf(document.contents);
  // What stands above the first entry speaks of the whole file, and does not move or go with that entry.
  if (head && first && head !== first && typeof comment === 'string') {
    first.commentBefore = [comment, first.commentBefore].filter(text => typeof text === 'string').join('\n');
    head.commentBefore = null;
  }
  const after = document.toString(style);
  const merged = mergeLines(text, before, after);
  return same(plain(merged), plain(after)) ? merged : after;
}

export function newFile(content: unknown): string {
  return new Document(content).toString(style);
}

/** The node that carries a comment at the head of a file: the first entry of a list, the first key of a map. */
function firstOf(contents: unknown): Node | null {
  const first: unknown = isSeq(contents) ? contents.items[0] : isMap(contents) ? contents.items[0]?.key : null;
  return isNode(first) ? first : null;
}

function plain(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}
