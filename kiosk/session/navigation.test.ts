import { describe, expect, it } from 'vitest';
import { atHome, presentScreen, type Screen, type Trail, walk } from './navigation.ts';

const browse: Screen = { name: 'browse', by: 'field' };
const guide: Screen = { name: 'guide', matterId: 'm' };
const opened = (...screens: Screen[]): Trail =>
  screens.reduce<Trail>((trail, screen) => walk(trail, { type: 'open', screen }), atHome);

describe('navigation', () => {
  it('begins at home', () => {
    expect(presentScreen(atHome)).toEqual({ name: 'home' });
  });

  it('goes back the way it came', () => {
    const trail = opened(browse, guide);
    expect(presentScreen(trail)).toBe(guide);
    expect(presentScreen(walk(trail, { type: 'back' }))).toBe(browse);
  });

  it('stays at home when going back from home', () => {
    expect(walk(atHome, { type: 'back' })).toEqual(atHome);
  });

  it('forgets the way when going home', () => {
    expect(walk(opened(browse, guide), { type: 'home' })).toEqual(atHome);
    expect(walk(opened(browse), { type: 'open', screen: { name: 'home' } })).toEqual(atHome);
  });

  it('does not walk back through tabs', () => {
    const levels: Screen = { name: 'browse', by: 'level' };
    const trail = walk(opened(browse), { type: 'replace', screen: levels });
    expect(presentScreen(trail)).toBe(levels);
    expect(walk(trail, { type: 'back' })).toEqual(atHome);
  });
});
