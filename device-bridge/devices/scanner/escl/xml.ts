import { SaxesParser } from 'saxes';

/** An element without its prefix: scanners put the same names into this namespace or that. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Its own text, trimmed. */
  text: string;
  children: XmlElement[];
}

const deepest = 32;
const mostElements = 20_000;

class Refused extends Error {}

/**
 * Reads an XML document, strictly: well-formed, every prefix declared, no document type (and so no entity but XML's own
 * five). Null for anything else. Total: any text is answered.
 */
export function parseXml(text: string): XmlElement | null {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', error => {
    throw new Refused(error.message);
  });
  parser.on('doctype', () => {
    throw new Refused('a document type');
  });
  parser.on('opentag', tag => {
    elements += 1;
    if (open.length > deepest || elements > mostElements) throw new Refused('too much of it');
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    const element = { name: tag.local, attributes, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const write = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) element.text = element.text.trim();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  return root.children[0] ?? null;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(each => each.name === name);
}

/** All elements of this name below, at any depth, in order. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  if (element === undefined) return [];
  return element.children.flatMap(each => [...(each.name === name ? [each] : []), ...descendants(each, name)]);
}

export function textOf(element: XmlElement | undefined, name: string): string | null {
  return child(element, name)?.text || null;
}

/** A whole number from 0 to 1,000,000; null for anything else. */
export function numberOf(element: XmlElement | undefined, name: string): number | null {
  const text = textOf(element, name);
  if (text === null || !/^\d{1,7}$/.test(text)) return null;
  const value = Number(text);
  return value <= 1_000_000 ? value : null;
}
