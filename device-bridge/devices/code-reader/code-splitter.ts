/** A QR code holds at most 2953 bytes; what is longer on the line is no code. */
export const longestCodeBytes = 4096;

/** Bytes of a code whose end has not come. `tooLong`: the rest of this one is passed over. */
export interface SplitterState {
  pending: Uint8Array;
  tooLong: boolean;
}

export const emptySplitter: SplitterState = { pending: new Uint8Array(), tooLong: false };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const utf8 = new TextDecoder('utf-8', { fatal: true });

export interface Split {
  state: SplitterState;
  codes: string[];
  /** How much ended that was no code: too long, or no UTF-8. */
  dropped: number;
}

/**
 * Takes bytes as they come and gives the codes that ended, in order: by CR, LF or CRLF. Total: what is no UTF-8 text or
 * too long is dropped, and costs only itself.
 */
export function splitCodes(state: SplitterState, bytes: Uint8Array): Split {
  const codes: string[] = [];
  let dropped = 0;
  let current = state;
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== lineFeed && bytes[at] !== carriageReturn) continue;
    const ended = endCode(grown(current, bytes.subarray(from, at)));
    codes.push(...ended.codes);
    dropped += ended.dropped;
    current = emptySplitter;
    from = at + 1;
  }
  return { state: grown(current, bytes.subarray(from)), codes, dropped };
}

/** The line has been silent: whatever came so far was a whole code. */
export function endCode({ pending, tooLong }: SplitterState): Split {
  const text = tooLong ? null : textOf(pending);
  return { state: emptySplitter, codes: text ? [text] : [], dropped: text === null ? 1 : 0 };
}

function grown({ pending, tooLong }: SplitterState, bytes: Uint8Array): SplitterState {
  if (tooLong || pending.length + bytes.length > longestCodeBytes) return { ...emptySplitter, tooLong: true };
  const all = new Uint8Array(pending.length + bytes.length);
  all.set(pending);
  all.set(bytes, pending.length);
  return { pending: all, tooLong };
}

/** Control characters go: some models frame a code with STX and ETX. Empty for a line without text, null for no UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return utf8
      .decode(bytes)
      .replace(/\p{Cc}/gu, '')
      .trim();
  } catch {
    return null;
  }
}
