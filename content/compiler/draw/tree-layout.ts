import type { Situation } from '../../model/situation.ts';
import { linesOf, widthEm } from './lines.ts';
import type { TreeNode } from './situation-tree.ts';

export const type = { body: 15, small: 13 } as const;
export const lineHeight = 1.45;
const pad = 12;
const questionWidth = 190;
const situationWidth = 400;
/** Between columns: room for the option's label on its line. */
export const branchGap = 180;
const rowGap = 16;

export interface Line {
  text: string;
  tone: 'strong' | 'plain' | 'soft';
}

export interface Box {
  kind: TreeNode['kind'];
  x: number;
  y: number;
  width: number;
  height: number;
  lines: Line[];
}

export interface Edge {
  from: { x: number; y: number };
  to: { x: number; y: number };
  label: string;
  isDefault: boolean;
}

export interface Layout {
  boxes: Box[];
  edges: Edge[];
  width: number;
  height: number;
}

/** Places a tree from left to right, situations in one column below each other, each question beside the middle of its own. */
export function layoutTree(tree: TreeNode): Layout {
  const boxes: Box[] = [];
  const edges: Edge[] = [];
  const columns = depthOf(tree);
  const columnX = (depth: number): number => depth * (questionWidth + branchGap);
  let nextY = 0;
  const place = (node: TreeNode, depth: number): Box => {
    if (node.kind === 'situation') {
      const lines = situationLines(node.situation);
      const box = boxOf(node.kind, columnX(columns), nextY, situationWidth, lines);
      nextY += box.height + rowGap;
      boxes.push(box);
      return box;
    }
    const children = node.branches.map(branch => ({ branch, box: place(branch.child, depth + 1) }));
    const middles = children.map(({ box }) => box.y + box.height / 2);
    const lines = linesOf(node.ask, (questionWidth - 2 * pad) / type.body);
    const box = boxOf(
      node.kind,
      columnX(depth),
      0,
      questionWidth,
      lines.map(text => ({ text, tone: 'strong' })),
    );
    box.y = ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2 - box.height / 2;
    boxes.push(box);
    for (const { branch, box: child } of children)
      edges.push({
        from: { x: box.x + box.width, y: box.y + box.height / 2 },
        to: { x: child.x, y: child.y + child.height / 2 },
        label: branch.label,
        isDefault: branch.isDefault,
      });
    return box;
  };
  place(tree, 0);
  const top = Math.min(...boxes.map(({ y }) => y));
  for (const box of boxes) box.y -= top;
  for (const edge of edges) {
    edge.from.y -= top;
    edge.to.y -= top;
  }
  const height = Math.max(...boxes.map(({ y, height }) => y + height));
  return { boxes, edges, width: columnX(columns) + situationWidth, height };
}

function depthOf(node: TreeNode): number {
  return node.kind === 'situation' ? 0 : 1 + Math.max(...node.branches.map(({ child }) => depthOf(child)));
}

function boxOf(kind: Box['kind'], x: number, y: number, width: number, lines: Line[]): Box {
  const sizes = lines.map(({ tone }) => (tone === 'strong' ? type.body : type.small) * lineHeight);
  return { kind, x, y, width, lines, height: 2 * pad + sizes.reduce((sum, size) => sum + size, 0) };
}

function situationLines({ limit, fee, bring, later, optional, exempt, key }: Situation): Line[] {
  const time = limit.caseType === 'immediate' ? '当场办好' : `${limit.promisedWorkingDays} 个工作日`;
  const cost = fee.yuan === 0 ? '不收费' : `${fee.yuan} 元${fee.per === undefined ? '' : `/${fee.per.zh}`}`;
  const papers: [name: string, list: Situation['bring']][] = [
    ['要带', bring],
    ['可后补', later],
    ['可不带', optional],
    ['免带', exempt],
  ];
  const rows = papers
    .filter(([, list]) => list.length > 0)
    .flatMap(([name, list]) => linesOf(`${name}：${list.map(each => each.name.zh).join('、')}`, paperWidthEm));
  return [
    { text: `${time} · ${cost}`, tone: 'strong' },
    ...(bring.length === 0 ? ['什么都不用带', ...rows] : rows).map((text): Line => ({ text, tone: 'plain' })),
    { text: key, tone: 'soft' },
  ];
}

const paperWidthEm = (situationWidth - 2 * pad) / type.small;

/** Room that an option's label takes on its line. */
export function labelWidth(label: string): number {
  return widthEm(label) * type.small + 16;
}
