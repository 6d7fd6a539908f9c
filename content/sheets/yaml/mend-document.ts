import { type Document, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { canonicalJson } from '../../common/canonical-json.ts';
import { align } from '../align.ts';
import { isValues, isWords, standsForWords, type Values } from '../values.ts';

/**
 * The node that says `wanted` where `node` said `old`. What did not change keeps its nodes, with comments, order and style.
 * `old` and `wanted` are in the form the sheets give; the node may use the model's short forms.
 */
export function mended(document: Document, node: unknown, old: unknown, wanted: unknown): Node {
  if (isNodeLike(node)) {
    if (same(old, wanted)) return node;
    if (isValues(wanted)) {
      const inner = wrapperOf(node, document, wanted);
      if (inner !== null) return mendWrapped(document, node, old, wanted, inner);
      if (isMap(node)) return mendMap(document, node, isValues(old) ? old : {}, wanted);
      if (isScalar(node) && typeof wanted.zh === 'string' && wanted.en === undefined)
        return mendScalar(node, wanted.zh);
    } else if (Array.isArray(wanted)) {
      if (isSeq(node) && Array.isArray(old) && old.length === node.items.length)
        return mendList(document, node, old, wanted);
    } else if (isScalar(node)) return mendScalar(node, wanted);
  }
  return created(document, wanted, isSeq(node) || isMap(node) ? node : null);
}

function isNodeLike(node: unknown): node is Node {
  return isMap(node) || isSeq(node) || isScalar(node);
}

export function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

function mendScalar(node: Scalar, wanted: unknown): Node {
  node.value = wanted;
  // The text it was read from no longer counts.
  delete node.source;
  return node;
}

/** The key under which plain words stand, when the node says plain words for an object. */
function wrapperOf(node: Node, document: Document, wanted: Values): string | null {
  if (Object.hasOwn(wanted, 'zh') || !isWords(node.toJS(document))) return null;
  return standsForWords.find(key => Object.hasOwn(wanted, key)) ?? null;
}

function mendWrapped(document: Document, node: Node, old: unknown, wanted: Values, key: string): Node {
  const words = mended(document, node, isValues(old) ? old[key] : undefined, wanted[key]);
  if (Object.keys(wanted).length === 1) return words;
  const map = document.createNode({}) as YAMLMap;
  for (const [name, value] of Object.entries(wanted))
    map.set(name, name === key ? words : created(document, value, null));
  return map;
}

function mendMap(document: Document, map: YAMLMap, old: Values, wanted: Values): Node {
  for (const key of Object.keys(old)) if (wanted[key] === undefined) map.delete(key);
  let before: string | null = null;
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue;
    const node: unknown = map.get(key, true);
    if (node !== undefined) {
      const next = mended(document, node, old[key], value);
      if (next !== node) map.set(key, next);
    } else if (!same(old[key], value) && !(Array.isArray(value) && value.length === 0)) {
      const pair = document.createPair(key, created(document, value, null));
      map.items.splice(placeAfter(map, before), 0, pair);
    } else continue;
    before = key;
  }
  return map;
}

/** Where a new key goes: behind the one that precedes it in the model. */
function placeAfter(map: YAMLMap, key: string | null): number {
  return map.items.findIndex(({ key: own }) => (isScalar(own) ? own.value : own) === key) + 1;
}

function mendList(document: Document, list: YAMLSeq, old: readonly unknown[], wanted: readonly unknown[]): Node {
  const sibling = list.items.find(isNodeLike) ?? null;
  const items = align(old, wanted).flatMap(pair => {
    if (pair.next === null) return [];
    const value = wanted[pair.next];
    if (pair.old === null) return [created(document, value, sibling)];
    return [mended(document, list.items[pair.old], old[pair.old], value)];
  });
  list.items = items;
  return list;
}

/** A new node in the style of what stood there or stands beside it. */
function created(document: Document, value: unknown, like: Node | null): Node {
  const node = document.createNode(value);
  if (like !== null && (isMap(node) || isSeq(node)) && (isMap(like) || isSeq(like))) node.flow = like.flow ?? false;
  if (isScalar(node) && isScalar(like) && like.type === Scalar.QUOTE_SINGLE) node.type = Scalar.QUOTE_SINGLE;
  return node;
}
