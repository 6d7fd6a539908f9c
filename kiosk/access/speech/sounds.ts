/** A sound and the silence after it. */
export interface Sound {
  bytes: Uint8Array;
  pauseMs: number;
}

export interface Player {
  /** Plays these one after the other, in place of what is played now. */
  play(sounds: readonly Sound[], onEnd: () => void): void;
  pause(paused: boolean): void;
  stop(): void;
  /** 0 to 1. */
  setVolume(volume: number): void;
  close(): void;
}

/** Sounds are laid on the audio clock this much ahead, so that the first is not cut. */
const leadSeconds = 0.02;

let open = 0;

/** Players that are not closed yet. */
export function openPlayers(): number {
  return open;
}

/** Plays clips of packs without a gap between them: each is decoded while the one before is heard. */
export function openPlayer(): Player {
  open += 1;
  const context = new AudioContext({ latencyHint: 'interactive' });
  const gain = context.createGain();
  gain.connect(context.destination);
  let playing = new Set<AudioBufferSourceNode>();
  /** Another number is another telling; what an older one still decodes is dropped. */
  let turn = 0;

  async function playAll(sounds: readonly Sound[], own: number, onEnd: () => void): Promise<void> {
    let endsAt = context.currentTime + leadSeconds;
    let last: AudioBufferSourceNode | null = null;
    for (const { bytes, pauseMs } of sounds) {
      // A sound that cannot be decoded is left out; the caption has its words.
      const buffer = await context.decodeAudioData(bytes.slice().buffer).catch(() => null);
      if (own !== turn) return;
      if (buffer === null) continue;
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(gain);
      const startsAt = Math.max(endsAt, context.currentTime);
      source.start(startsAt);
      endsAt = startsAt + buffer.duration + pauseMs / 1000;
      playing.add(source);
      source.addEventListener('ended', () => playing.delete(source));
      last = source;
    }
    const end = (): void => {
      if (own === turn) onEnd();
    };
    if (last === null) end();
    else last.addEventListener('ended', () => setTimeout(end, sounds.at(-1)?.pauseMs ?? 0));
  }

  function stop(): void {
    turn += 1;
    for (const source of playing) source.stop();
    playing = new Set();
  }

  return {
    play: (sounds, onEnd) => {
      stop();
      void context.resume();
      void playAll(sounds, turn, onEnd);
    },
    pause: paused => void (paused ? context.suspend() : context.resume()),
    stop,
    setVolume: volume => gain.gain.setValueAtTime(volume, context.currentTime),
    close: () => {
      stop();
      if (context.state === 'closed') return;
      open -= 1;
      void context.close();
    },
  };
}
