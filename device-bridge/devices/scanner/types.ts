import type { FaultName } from '../../../content/common/faults.ts';
import type { Device } from '../device.ts';

/** Absent (not found), attention (found, but cannot scan now) and ready are different states. */
export type ScannerStatus =
  | { state: 'absent'; fault: FaultName }
  | { state: 'attention'; fault: FaultName }
  /** feederLoaded: null when the scanner does not say. */
  | { state: 'ready'; feederLoaded: boolean | null }
  | { state: 'scanning' };

export type ScanSource = 'flatbed' | 'feeder';

export interface ScanRequest {
  source: ScanSource;
  colour: 'colour' | 'grey';
  /** Dots per inch, 150 to 600. */
  dpi: 150 | 200 | 300 | 600;
}

/** A page as the scanner gave it: a JPEG of the whole glass or sheet. */
export interface ScannedPage {
  jpeg: Uint8Array;
  dpi: number;
}

/** done: share of the page under way, 0 to 1; null when the scanner does not say. */
export interface ScanProgress {
  page: number;
  done: number | null;
}

/** `pages` are whole ones only; of a failed or cancelled scan, those before its end. */
export type ScanOutcome =
  | { outcome: 'scanned'; pages: ScannedPage[] }
  | { outcome: 'failed'; fault: FaultName; pages: ScannedPage[] }
  | { outcome: 'cancelled'; pages: ScannedPage[] };

export interface Scanner extends Device<ScannerStatus> {
  /** One at a time. Aborting cancels at the scanner and releases it. */
  scan(request: ScanRequest, onProgress: (progress: ScanProgress) => void, signal: AbortSignal): Promise<ScanOutcome>;
}
