import { exerciseLevels, matterTypes } from '../../model/code-lists.ts';
import type { Matter } from '../../model/matter.ts';
import type { Finding } from './finding.ts';

/**
 * National codes beside what else the matter says. Other provinces write them otherwise and letters occur, so a length
 * that is not the usual one is a warning; a contradiction is an error.
 */
export function codeFindings(matter: Matter): Finding[] {
  const { basicCode, implementationCode, handlingItemCode, exerciseLevel, type } = matter;
  const findings: Finding[] = [];
  const length = (key: 'basicCode' | 'implementationCode' | 'handlingItemCode', usual: number): void => {
    const found = matter[key]?.length ?? usual;
    if (found !== usual)
      findings.push({
        ...{ path: [key], severity: 'warning', rule: 'code-length' },
        message: `${key} has ${found} characters, usually ${usual}`,
        mend: 'Compare it with the list it comes from.',
      });
  };
  const contradiction = (key: string, message: string): void => {
    findings.push({
      path: [key],
      rule: 'code-contradiction',
      message,
      mend: 'Compare both with the list they come from.',
    });
  };
  length('basicCode', 12);
  length('implementationCode', 31);
  length('handlingItemCode', 33);
  if (basicCode?.length === 12 && basicCode.slice(2, 4) !== matterTypes[type].code)
    contradiction('basicCode', `the code says type ${basicCode.slice(2, 4)}, the matter ${matterTypes[type].code}`);
  if (implementationCode?.length === 31) {
    if (basicCode !== undefined && !implementationCode.endsWith(basicCode))
      contradiction('implementationCode', 'it does not end in the basic code');
    if (exerciseLevel !== undefined && implementationCode[18] !== exerciseLevels[exerciseLevel].code)
      contradiction('implementationCode', `its level (character 19) is not ${exerciseLevels[exerciseLevel].code}`);
  }
  if (
    handlingItemCode !== undefined &&
    implementationCode !== undefined &&
    !handlingItemCode.startsWith(implementationCode)
  )
    contradiction('handlingItemCode', 'it does not begin with the implementation code');
  return findings;
}
