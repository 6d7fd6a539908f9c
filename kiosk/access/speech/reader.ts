import { type ReadonlySignal, signal } from '@preact/signals';
import type { Language } from '../../../content/common/words.ts';
import { type Reading, type ReadingEvent, read, silence, spokenWords, type Utterance } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import { openPlayer } from './sounds.ts';
import { type Block, blocksIn, type StateWords } from './spoken-text.ts';
import { notices, openingOf, surfaceName, topSurface } from './surface.ts';
import type { Voice } from './voice.ts';

/** Loudness by step; the third is where everybody begins. */
export const volumes = [0.12, 0.25, 0.45, 0.7, 1] as const;
const firstVolume = 3;
/** After a screen has changed, the focus that it sets itself is not news. */
const settledMs = 400;

export interface ReaderWords extends StateWords {
  withheld: string;
}

export interface Reader {
  readonly reading: ReadonlySignal<Reading>;
  /** What is said now, as it is heard. */
  readonly caption: ReadonlySignal<string>;
  /** 1 to 5. */
  readonly volume: ReadonlySignal<number>;
  /** Whether the screen has anything that is for headphones only. */
  readonly personal: ReadonlySignal<boolean>;
  dispatch(event: ReadingEvent): void;
  readPage(): void;
  changeVolume(): void;
  setVoice(voice: Voice): void;
  /** The page's language changed: silence, then what is read is in the new one. */
  setLanguage(language: Language, words: ReaderWords): void;
  /** The screen may have changed: says what is new. */
  look(): void;
  /** Says one thing on the screen, such as the control that has the focus. */
  sayElement(element: Element): void;
  hush(): void;
  close(): void;
}

/** Reads the page aloud: knows what is on it, what was said, and plays it. */
export function openReader(initial: { language: Language; words: ReaderWords; voice: Voice }): Reader {
  let { language, words, voice } = initial;
  const player = openPlayer();
  const reading = signal<Reading>(silence);
  const caption = signal('');
  const volume = signal(firstVolume);
  const personal = signal(false);
  let elements: Element[] = [];
  let surface: Element | null = null;
  let name = '';
  let changedAt = 0;
  let noticed = new Map<Element, string>();
  player.setVolume(volumes[firstVolume - 1] ?? 1);

  function dispatch(event: ReadingEvent): void {
    const before = reading.peek();
    const now = read(before, event);
    reading.value = now;
    if (now.telling !== before.telling) tell(now);
    else if (now.status !== before.status) player.pause(now.status === 'paused');
  }

  function tell({ utterances, at, status, telling, headphones }: Reading): void {
    unmark();
    const utterance = utterances[at];
    if (status !== 'saying' || utterance === undefined) {
      player.stop();
      return;
    }
    const text = spokenWords(utterance, headphones, words.withheld);
    caption.value = text;
    mark(elements[utterance.key]);
    player.play(voice.soundsOf(text, language), () => dispatch({ type: 'said', telling }));
    document.dispatchEvent(new CustomEvent('speech-said', { detail: { text, language } }));
  }

  function say(blocks: readonly Block[]): void {
    elements = blocks.map(({ element }) => element);
    dispatch({ type: 'say', utterances: utterancesOf(blocks) });
  }

  function look(): void {
    const top = topSurface();
    if (top === null) return;
    const present = surfaceName(top);
    personal.value = top.querySelector('[data-personal]') !== null;
    const before = noticed;
    noticed = new Map(notices().map(each => [each, each.textContent ?? '']));
    if (top !== surface || present !== name) {
      [surface, name, changedAt] = [top, present, performance.now()];
      say(openingOf(top, blocksIn(top, words)));
      return;
    }
    const fresh = [...noticed].filter(([each, text]) => before.get(each) !== text).map(([each]) => each);
    if (fresh.length > 0) say(fresh.flatMap(each => blocksIn(each, words)));
  }

  return {
    ...{ reading, caption, volume, personal, dispatch, look },
    readPage: () => {
      const top = topSurface();
      if (top !== null) say(blocksIn(top, words));
    },
    changeVolume: () => {
      volume.value = (volume.peek() % volumes.length) + 1;
      player.setVolume(volumes[volume.peek() - 1] ?? 1);
      if (reading.peek().status === 'silent') dispatch({ type: 'again' });
    },
    setVoice: next => {
      voice = next;
    },
    setLanguage: (next, nextWords) => {
      dispatch({ type: 'stop' });
      [language, words, caption.value] = [next, nextWords, ''];
      surface = null;
    },
    sayElement: element => {
      if (performance.now() - changedAt < settledMs || !element.isConnected) return;
      say(blocksIn(element, words));
    },
    hush: () => dispatch({ type: 'stop' }),
    close: () => {
      unmark();
      player.close();
      document.dispatchEvent(new CustomEvent('speech-over'));
    },
  };
}

/** Sentence by sentence; the same notice for a row of names and numbers is given once. */
function utterancesOf(blocks: readonly Block[]): Utterance[] {
  return blocks.flatMap(({ text, personal }, key): Utterance[] => {
    const before = blocks[key - 1];
    if (before?.text === text && before.personal === personal) return [];
    if (personal) return [{ key, text, personal }];
    return sentencesOf(text).map(sentence => ({ key, text: sentence, personal }));
  });
}

function mark(element: Element | undefined): void {
  if (element === undefined || !element.isConnected) return;
  element.setAttribute('data-said', '');
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function unmark(): void {
  for (const element of document.querySelectorAll('[data-said]')) element.removeAttribute('data-said');
}
