import type { ScanRequest, ScanSource } from '../types.ts';
import type { SaneOption } from './sane-options.ts';

type Options = ReadonlyMap<string, SaneOption>;
type Chosen<T> = ({ ok: true } & T) | { ok: false; why: string };

/** ISO 216, in millimetres. */
const a4 = { x: 210, y: 297 };

/**
 * The device's own name of a source: null when it has only one and does not name it. Duplex and back sides are left out:
 * a citizen's papers lie with their face to the scanner.
 */
export function chooseSource(options: Options, wanted: ScanSource): Chosen<{ name: string | null }> {
  const choices = options.get('source')?.choices ?? null;
  if (choices === null) {
    return wanted === 'flatbed' ? { ok: true, name: null } : { ok: false, why: 'the scanner names no feeder' };
  }
  const simplex = choices.filter(name => !/duplex|back|both/i.test(name));
  const name = simplex.find(each => (wanted === 'feeder' ? isFeeder(each) : isGlass(each)));
  return name === undefined ? { ok: false, why: `no ${wanted} among ${choices.join(', ')}` } : { ok: true, name };
}

function isFeeder(name: string): boolean {
  return /adf|feeder/i.test(name);
}

function isGlass(name: string): boolean {
  return !isFeeder(name) && /flat\s*bed|platen|document table|normal|^fb/i.test(name);
}

/** The arguments for one scan, and the resolution that comes of them. `options` are those of the source. Pure. */
export function chooseSettings(
  options: Options,
  request: ScanRequest,
  sourceName: string | null,
): Chosen<{ args: string[]; dpi: number }> {
  const mode = chooseMode(options.get('mode'), request.colour);
  if (!mode.ok) return mode;
  const resolution = chooseResolution(options.get('resolution'), request.dpi);
  if (!resolution.ok) return resolution;
  const args = [
    ...(sourceName === null ? [] : [`--source=${sourceName}`]),
    ...mode.args,
    ...depthArgs(options.get('depth')),
    ...resolution.args,
    ...areaArgs(options),
  ];
  return { ok: true, args, dpi: resolution.dpi };
}

function chooseMode(mode: SaneOption | undefined, colour: ScanRequest['colour']): Chosen<{ args: string[] }> {
  // No choice of mode: pages come as the scanner makes them.
  if (mode?.choices === undefined || mode.choices === null) return { ok: true, args: [] };
  const pattern = colour === 'colour' ? /colou?r/i : /gr[ae]y/i;
  // `Gray[Error Diffusion]` and the like are black and white.
  const fitting = mode.choices.filter(name => pattern.test(name) && !/diffusion|halftone|dither|lineart/i.test(name));
  const name = fitting.find(each => !/16/.test(each)) ?? fitting[0];
  if (name === undefined) return { ok: false, why: `no ${colour} among ${mode.choices.join(', ')}` };
  return { ok: true, args: mode.settable ? [`--mode=${name}`] : [] };
}

/** A JPEG has 8 bits a sample. */
function depthArgs(depth: SaneOption | undefined): string[] {
  return depth?.settable && depth.choices?.includes('8') ? ['--depth=8'] : [];
}

/** The wanted resolution, or the next finer one. */
function chooseResolution(option: SaneOption | undefined, dpi: number): Chosen<{ args: string[]; dpi: number }> {
  if (option === undefined) return { ok: false, why: 'the scanner offers no resolution' };
  const offered = option.range === null ? (option.choices ?? [option.value ?? '']).map(Number) : [dpi];
  const inRange = option.range === null || (dpi >= option.range.min && dpi <= option.range.max);
  const chosen = inRange ? offered.filter(each => each >= dpi).sort((a, b) => a - b)[0] : undefined;
  if (chosen === undefined) return { ok: false, why: `no ${dpi} dpi: ${offered.join(', ')}` };
  return { ok: true, args: option.settable ? [`--resolution=${chosen}`] : [], dpi: chosen };
}

/** A4 from the corner when the glass is larger, else the whole of it. Without -x and -y the scanner knows best. */
function areaArgs(options: Options): string[] {
  return (['x', 'y'] as const).flatMap(axis => {
    const size = options.get(axis);
    const corner = options.get(axis === 'x' ? 'l' : 't');
    if (!size?.settable || size.range === null) return [];
    const from = corner?.settable && corner.range !== null ? corner.range.min : null;
    const whole = size.range.max - Math.max(0, size.range.min);
    const length = size.unit === 'mm' ? Math.min(a4[axis], whole) : whole;
    return [...(from === null ? [] : [axis === 'x' ? '-l' : '-t', String(from)]), `-${axis}`, String(length)];
  });
}

/** Whether paper lies in the feeder and a cover is open, where a backend has a sensor for it. */
export function readSensors(options: Options): { feederLoaded: boolean | null; coverOpen: boolean } {
  const sensor = (...names: string[]): boolean | null => {
    for (const name of names) {
      const value = options.get(name)?.value;
      if (value === 'yes' || value === 'no') return value === 'yes';
    }
    return null;
  };
  return { feederLoaded: sensor('page-loaded', 'adf-loaded'), coverOpen: sensor('cover-open') === true };
}
