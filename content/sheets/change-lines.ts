import type { Change } from './changes.ts';
import { entityWords } from './sheet.ts';

const signs = { added: '新增', removed: '删除', changed: '修改' } as const;
/** Longer values are cut in the listing; --json has them whole. */
const longestShown = 160;

/** A change for people: the thing, then a line for each field, old -> new. */
export function changeLines({ kind, id, name, what, fields }: Change): string[] {
  return [
    `${signs[what]} ${entityWords[kind]} ${name}（${id}）`,
    ...fields.map(({ where, old, next }) => {
      if (old === undefined) return `  + ${where}：${shown(next)}`;
      if (next === undefined) return `  - ${where}：${shown(old)}`;
      return `  ~ ${where}：${shown(old)} -> ${shown(next)}`;
    }),
  ];
}

export function summaryOf(changes: readonly Change[], files: number): string {
  if (changes.length === 0) return '没有改动';
  const count = (what: Change['what']): number => changes.filter(change => change.what === what).length;
  return `新增 ${count('added')}，修改 ${count('changed')}，删除 ${count('removed')}；涉及 ${files} 个文件`;
}

function shown(text = ''): string {
  const line = text.replaceAll('\n', '⏎');
  return line.length > longestShown ? `“${line.slice(0, longestShown)}……”` : `“${line}”`;
}
