import { isCompletePhone } from '../../model/contacts.ts';
import type { Matter } from '../../model/matter.ts';
import type { MatterOverlay, Overlay } from '../../model/overlay.ts';
import type { SourceFile } from '../source-file.ts';
import { placeCodeOfFile } from '../source-layers.ts';
import { incompletePhone } from './channel-rules.ts';
import type { Finding } from './finding.ts';
import { broken, noMatter } from './reference-rules.ts';

/** Overlays must fit what they lie on. `places`: codes of all places. */
export function overlayFindings(
  { file, value }: SourceFile<Overlay>,
  matters: ReadonlyMap<string, Matter>,
  places: ReadonlySet<string>,
): Finding[] {
  const own = placeCodeOfFile(file);
  const findings: Finding[] = [];
  if (own !== null && !places.has(own))
    findings.push(broken([], `there is no place ${own}`, 'Name the folder after the code of its place.yaml.'));
  for (const [id, overlay] of Object.entries(value.matters)) {
    const path = ['matters', id];
    const matter = matters.get(id);
    if (matter === undefined) findings.push(noMatter(path, id));
    else findings.push(...fitFindings(overlay, matter, path));
    for (const [index, code] of overlay.elsewhere.entries())
      if (!places.has(code) || code === own)
        findings.push(
          broken([...path, 'elsewhere', index], `${code} is not another place`, 'Use the code of another place.'),
        );
  }
  return findings;
}

function fitFindings(overlay: MatterOverlay, matter: Matter, path: Finding['path']): Finding[] {
  const findings: Finding[] = [];
  if ((overlay.available === false) !== (overlay.why !== undefined))
    findings.push({
      path: overlay.why === undefined ? path : [...path, 'why'],
      rule: 'unavailable-why',
      message:
        overlay.why === undefined ? 'not available here, and it does not say why' : 'a why for what is available',
      mend: 'Write both available: false and why, or neither.',
    });
  if (overlay.available === false && matter.ends.window === undefined)
    findings.push({
      path: [...path, 'available'],
      rule: 'no-window',
      message: `${matter.id} is handled at no window, so none can be missing here`,
      mend: 'Delete available and why.',
    });
  if (overlay.consult !== undefined && !isCompletePhone(overlay.consult))
    findings.push(incompletePhone([...path, 'consult']));
  if (overlay.consult === matter.phones.complaint)
    findings.push({
      path: [...path, 'consult'],
      rule: 'same-phone',
      message: 'consultation and complaint phone are the same',
      mend: `Complaints go to ${matter.phones.complaint}: name another number.`,
    });
  for (const [index, alias] of overlay.aliases.entries())
    if (matter.aliases.includes(alias) || matter.name.zh === alias)
      findings.push({
        ...{ path: [...path, 'aliases', index], severity: 'warning', rule: 'duplicate-alias' },
        message: `${alias} is already found everywhere`,
        mend: 'Delete it here.',
      });
  return findings;
}
