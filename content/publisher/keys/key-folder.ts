import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../common/faults.ts';
import { writeWhole } from '../../common/write-whole.ts';
import { trustedRootFile } from '../../delivery/repository-layout.ts';
import { parseDocument } from '../documents/document.ts';
import { documentText } from '../documents/document-text.ts';
import { isComplete, type Root } from './root-document.ts';
import { type TrustPlan, trustPlanSchema } from './trust-plan.ts';

/**
 * The folder of keys:
 *
 *     roles.json         who is meant to sign what (TrustPlan)
 *     root.json          the newest root that enough have signed: this is what a terminal is given
 *     roots/N.root.json  every root; the last one may still lack signatures
 *     NAME.pem           private keys, as many as are here
 */
export interface KeyFolder {
  plan: TrustPlan;
  /** Roots that count, in order. */
  roots: Root[];
  /** The next root, which lacks signatures. */
  proposal: Root | null;
}

const planFile = 'roles.json';
const rootsFolder = 'roots';

/** Null when there are no keys yet. @throws Refusal file-unreadable */
export async function readKeyFolder(folder: string): Promise<KeyFolder | null> {
  const text = await readFile(join(folder, planFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Refusal('file-unreadable', join(folder, planFile));
  });
  if (text === null) return null;
  const plan = trustPlanSchema.safeParse(jsonOf(text));
  if (!plan.success)
    throw new Refusal('file-unreadable', `${join(folder, planFile)}: ${plan.error.issues[0]?.message}`);
  const roots: Root[] = [];
  for (const root of await readRoots(join(folder, rootsFolder))) {
    if (!isComplete(root, roots.at(-1))) return { plan: plan.data, roots, proposal: root };
    roots.push(root);
  }
  return { plan: plan.data, roots, proposal: null };
}

/** @throws Refusal key-missing when there are none */
export async function requireKeyFolder(folder: string): Promise<KeyFolder> {
  const keys = await readKeyFolder(folder);
  if (keys === null) throw new Refusal('key-missing', join(folder, planFile));
  return keys;
}

export async function writePlan(folder: string, plan: TrustPlan): Promise<void> {
  await writeWhole(join(folder, planFile), `${JSON.stringify(trustPlanSchema.parse(plan), null, 2)}\n`);
}

/** Keeps a root, whole or still lacking signatures; a whole one becomes what terminals are given. */
export async function writeRoot(folder: string, root: Root, complete: boolean): Promise<void> {
  const text = documentText(root);
  await writeWhole(join(folder, rootsFolder, `${root.signed.version}.root.json`), text);
  if (complete) await writeWhole(join(folder, trustedRootFile), text);
}

async function readRoots(folder: string): Promise<Root[]> {
  const names = await readdir(folder).catch(() => []);
  const versions = names.flatMap(name => Number(/^(\d+)\.root\.json$/.exec(name)?.[1] ?? []));
  const roots: Root[] = [];
  for (const version of versions.sort((a, b) => a - b)) {
    const file = join(folder, `${version}.root.json`);
    const root = parseDocument('root', await readFile(file, 'utf8'));
    if (root === null || root.signed.version !== version) throw new Refusal('file-unreadable', file);
    roots.push(root);
  }
  return roots;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
