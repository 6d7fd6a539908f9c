import type { FaultName } from '../../../content/common/faults.ts';
import type { Device } from '../device.ts';

/** A reader that hears nothing cannot be told from one that has nothing to say: only its line can be seen. */
export type CodeReaderStatus = { state: 'absent'; fault: FaultName } | { state: 'ready' };

/** What a QR or bar code turned out to be. */
export type ScannedCode =
  /** A printed certificate's verification address: 22 characters of its token. */
  | { kind: 'certificate'; token: string }
  /** A code of ours from a poster, a checklist or a screen (content/codes): opens the guide. */
  | { kind: 'guide'; codeId: string }
  /** A citizen's electronic ID code: opaque to the terminal, personal, one use. */
  | { kind: 'citizen'; code: string }
  | { kind: 'unknown' };

/** A QR reader on a serial line. Each code is told once, however long it is held before the window. */
export interface CodeReader extends Device<CodeReaderStatus> {
  /** `text` is what was in the code, without the line end; may be personal. */
  onCode(listener: (text: string) => void): () => void;
}
