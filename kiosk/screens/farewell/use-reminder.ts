import { useEffect } from 'preact/hooks';
import { sayAloud } from '../../access/speech/say-aloud.ts';
import { farewellWords } from '../../locales/farewell-words.ts';
import type { Belonging } from './belongings.ts';

/** Somebody who walks away hears it before the door; what lies there still is said again. */
const sayAgainMs = 15_000;

/** Says aloud what was left behind, whether or not the citizen was read to. Silent at once when somebody else comes. */
export function useReminder(things: readonly Belonging[]): void {
  const { take } = farewellWords.zh;
  const text = things.map(thing => `${take[thing].what}，${take[thing].where}。`).join('');
  useEffect(() => {
    if (text === '') return;
    let isOver = false;
    let hush = (): void => {};
    const say = async (): Promise<void> => {
      const end = await sayAloud(text, 'zh');
      if (isOver) end();
      else hush = end;
    };
    void say();
    const timer = setInterval(say, sayAgainMs);
    return () => {
      isOver = true;
      clearInterval(timer);
      hush();
    };
  }, [text]);
}
