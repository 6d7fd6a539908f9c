import fc from 'fast-check';
import { expect, it } from 'vitest';
import { burstGapMs, emptyWedge, nextWedge, type WedgeInput } from './code-wedge.ts';

/** A page with one field, as far as the wedge matters: what was written, which keys came through, which codes were taken. */
function typeInto(inputs: WedgeInput[]): { written: string; codes: string[] } {
  let wedge = emptyWedge;
  let written = '';
  const codes: string[] = [];
  const end = (inputs.at(-1)?.at ?? 0) + 1000;
  for (const input of [...inputs, { type: 'quiet', at: end } as const]) {
    const step = nextWedge(wedge, input);
    wedge = step.wedge;
    written += step.giveBack;
    if (step.scanned !== null) codes.push(step.scanned);
    if (input.type === 'enter' && !step.take) written += '⏎';
    if (input.type === 'other') {
      expect(step.take).toBe(false);
      written += '⇥';
    }
    // A character is never let through at once: it might be the first of a code.
    if (input.type === 'character') expect(step.take).toBe(true);
  }
  expect(wedge.held).toBe('');
  return { written, codes };
}

const characters = (text: string, from: number, gapMs: number): WedgeInput[] =>
  Array.from(text, (character, index) => ({ type: 'character', character, at: from + index * gapMs }));
const code = 'http://terminal.example/c/a2b3c4/';

it('takes a quick code that ends with Enter, and nothing of it is written', () => {
  const burst = [...characters(code, 100, 4), { type: 'enter', at: 100 + code.length * 4 } as const];
  expect(typeInto(burst)).toEqual({ written: '', codes: [code] });
});

it('gives a person’s keys back, in order, before the key that follows them', () => {
  const typed: WedgeInput[] = [...characters('ab', 0, 200), { type: 'other', at: 220 }, ...characters('c', 500, 1)];
  expect(typeInto(typed)).toEqual({ written: 'ab⇥c', codes: [] });
});

it('lets Enter, Tab and arrows of a keypad through at once', () => {
  for (const type of ['enter', 'other'] as const) {
    expect(nextWedge(emptyWedge, { type, at: 5 })).toMatchObject({ take: false, giveBack: '', scanned: null });
  }
});

it('gives back what was quick but too short, and what was quick but did not end with Enter', () => {
  expect(typeInto([...characters('abcde', 0, 5), { type: 'enter', at: 25 }])).toEqual({ written: 'abcde⏎', codes: [] });
  expect(typeInto(characters('abcdefgh', 0, 5))).toEqual({ written: 'abcdefgh', codes: [] });
  expect(typeInto([...characters('abcdefgh', 0, 5), { type: 'enter', at: 200 }]).codes).toEqual([]);
});

it('takes the second half of CR LF and further lines with the code they belong to', () => {
  const lines: WedgeInput[] = [
    ...characters('abcdef', 0, 5),
    { type: 'enter', at: 30 },
    { type: 'enter', at: 32 },
    ...characters('gh', 35, 5),
    { type: 'enter', at: 45 },
  ];
  expect(typeInto([...lines, ...characters('x', 200, 1)])).toEqual({ written: 'x', codes: ['abcdef'] });
});

/** What happens at the machine: a person's key after a pause, two or three quick fingers, or a code. */
const act = fc.oneof(
  fc.record({
    kind: fc.constant('person' as const),
    text: fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme' }).filter(text => text.length < 6),
    gapMs: fc.integer({ min: 0, max: 400 }),
    ending: fc.constantFrom('nothing' as const, 'enter' as const, 'other' as const),
  }),
  fc.record({
    kind: fc.constant('reader' as const),
    text: fc.string({ minLength: 6, maxLength: 80, unit: 'grapheme' }),
    gapMs: fc.integer({ min: 0, max: burstGapMs }),
  }),
);

it('never writes a character of a code and never loses or moves a person’s key, whatever the mix', () => {
  const property = fc.property(
    fc.array(fc.record({ act, pauseMs: fc.integer({ min: burstGapMs + 1, max: 900 }), quietTold: fc.boolean() })),
    played => {
      const inputs: WedgeInput[] = [];
      let at = 0;
      let written = '';
      const codes: string[] = [];
      for (const { act, pauseMs, quietTold } of played) {
        at += pauseMs;
        if (quietTold) inputs.push({ type: 'quiet', at: at - 1 });
        for (const character of act.text) {
          inputs.push({ type: 'character', character, at });
          at += act.gapMs;
        }
        if (act.kind === 'reader') {
          inputs.push({ type: 'enter', at });
          codes.push(act.text);
          continue;
        }
        written += act.text;
        if (act.ending === 'nothing') continue;
        inputs.push({ type: act.ending, at });
        written += act.ending === 'enter' ? '⏎' : '⇥';
      }
      expect(typeInto(inputs)).toEqual({ written, codes });
    },
  );
  fc.assert(property, { numRuns: 1000 });
});
