import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Matter } from '../../model/matter.ts';
import { allAnswers, situationOf } from '../../model/situation.ts';
import { readSources } from '../read-sources.ts';
import { drawMatter } from './draw-matter.ts';
import { linesOf } from './lines.ts';
import { situationTree, type TreeNode } from './situation-tree.ts';
import { type Box, layoutTree } from './tree-layout.ts';

let matters: Matter[];
beforeAll(async () => {
  matters = (await readSources(join(import.meta.dirname, '../..'))).matters.map(({ value }) => value);
});

function leavesOf(node: TreeNode): string[] {
  return node.kind === 'situation' ? [node.situation.key] : node.branches.flatMap(({ child }) => leavesOf(child));
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('the tree of a matter', () => {
  test('ends in its very situations, each once', () => {
    for (const matter of matters) {
      const keys = allAnswers(matter).map(answers => situationOf(matter, answers).key);
      expect(leavesOf(situationTree(matter)).sort(), matter.id).toEqual(keys.sort());
    }
  });

  test('has no two boxes over each other, and none outside the picture', () => {
    for (const matter of matters) {
      const { boxes, width, height } = layoutTree(situationTree(matter));
      for (const [index, box] of boxes.entries()) {
        expect(
          boxes.slice(index + 1).some(other => overlap(box, other)),
          matter.id,
        ).toBe(false);
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
      }
    }
  });

  test('shows every question and every answer, and escapes what it is given', () => {
    const matter = matters.find(({ id }) => id === 'property-query');
    if (matter === undefined) throw new Error('no matter');
    const svg = drawMatter({ ...matter, name: { zh: '<查询> & "房"' } });
    for (const { ask, options } of matter.questions)
      for (const words of [ask, ...options.map(({ label }) => label)]) expect(svg).toContain(words.zh);
    expect(svg).not.toContain('<查询>');
    expect(svg.match(/edge-default" d=/g)?.length).toBe(matter.questions.length);
  });
});

test('lines break between any characters, but not before a comma', () => {
  expect(linesOf('要带身份证，户口簿', 5)).toEqual(['要带身份证，', '户口簿']);
  expect(linesOf('', 5)).toEqual([]);
});
