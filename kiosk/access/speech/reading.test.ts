import { describe, expect, it } from 'vitest';
import { type Reading, type ReadingEvent, read, silence, spokenWords, type Utterance } from './reading.ts';

const utterances: Utterance[] = ['一', '二', '三'].map((text, key) => ({ key, text, personal: false }));
const having = (...events: ReadingEvent[]): Reading => events.reduce(read, silence);
const said = (reading: Reading): ReadingEvent => ({ type: 'said', telling: reading.telling });
const say: ReadingEvent = { type: 'say', utterances };

describe('reading aloud', () => {
  it('says one after the other and falls silent', () => {
    let reading = having(say);
    const heard = [];
    while (reading.status === 'saying') {
      heard.push(reading.utterances[reading.at]?.text);
      reading = read(reading, said(reading));
    }
    expect(heard).toEqual(['一', '二', '三']);
    expect(reading.status).toBe('silent');
  });

  it('takes what is new in place of what is said, and does not go on with the old when that ends', () => {
    const first = having(say);
    const second = read(first, { type: 'say', utterances: [{ key: 0, text: '新', personal: false }] });
    expect(read(second, said(first))).toBe(second);
    expect(second.utterances[second.at]?.text).toBe('新');
  });

  it('goes forward, back and once more', () => {
    expect(having(say, { type: 'next' }).at).toBe(1);
    expect(having(say, { type: 'next' }, { type: 'previous' }).at).toBe(0);
    expect(having(say, { type: 'previous' }).at).toBe(0);
    expect(having(say, { type: 'next' }, { type: 'next' }, { type: 'next' }).status).toBe('silent');
    const again = having(say, { type: 'next' }, { type: 'again' });
    expect([again.at, again.telling]).toEqual([1, 3]);
  });

  it('pauses and goes on at the same place', () => {
    const paused = having(say, { type: 'pause' });
    expect([paused.status, paused.telling]).toEqual(['paused', 1]);
    expect(read(paused, said(paused))).toBe(paused);
    expect(read(paused, { type: 'pause' }).status).toBe('saying');
    expect(having({ type: 'pause' })).toBe(silence);
  });

  it('stops at once, and can be asked to say it again', () => {
    const stopped = having(say, { type: 'stop' });
    expect(stopped.status).toBe('silent');
    expect(read(stopped, { type: 'again' }).status).toBe('saying');
  });

  it('keeps names and numbers to itself until the citizen wears headphones', () => {
    const name: Utterance = { key: 0, text: '王*明，您好', personal: true };
    expect(spokenWords(name, false, '只在耳机里读')).toBe('只在耳机里读');
    expect(spokenWords(name, true, '只在耳机里读')).toBe('王*明，您好');
    expect(having({ type: 'headphones' }).headphones).toBe(true);
    expect(having({ type: 'headphones' }, { type: 'headphones' }).headphones).toBe(false);
  });
});
