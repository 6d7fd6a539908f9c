/** Louder than this, of 32768, is sound. */
const threshold = 60;
/** Kept on both sides, so that no consonant is cut. */
const marginMs = 14;
const headBytes = 44;

/**
 * The sounds in a WAV file (16 bit, mono, as espeak-ng writes it) that silences of at least `gapMs` part, each a WAV
 * file without the silence around it: clips that follow each other then sound like one sentence.
 */
export function splitAtSilence(wav: Buffer, gapMs: number): Buffer[] {
  if (wav.length < headBytes || wav.toString('latin1', 0, 4) !== 'RIFF') throw new Error('no WAV file');
  const samplesPerMs = wav.readUInt32LE(24) / 1000;
  const samples = new Int16Array(Uint8Array.from(wav.subarray(headBytes, wav.length - (wav.length % 2))).buffer);
  const gap = gapMs * samplesPerMs;
  const sounds: { from: number; to: number }[] = [];
  for (const [at, sample] of samples.entries()) {
    if (Math.abs(sample) <= threshold) continue;
    const last = sounds.at(-1);
    if (last === undefined || at - last.to > gap) sounds.push({ from: at, to: at });
    else last.to = at;
  }
  const margin = Math.round(marginMs * samplesPerMs);
  return sounds.map(({ from, to }) => wavOf(wav, Math.max(0, from - margin), Math.min(samples.length, to + margin)));
}

function wavOf(wav: Buffer, from: number, to: number): Buffer {
  const sound = wav.subarray(headBytes + from * 2, headBytes + to * 2);
  const head = Buffer.from(wav.subarray(0, headBytes));
  head.writeUInt32LE(sound.length + headBytes - 8, 4);
  head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
}
