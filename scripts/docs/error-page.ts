import { type FaultName, fault, faultNames, staffWords } from '../../content/common/faults.ts';

const areas: Record<string, string> = {
  1: 'Visit and bridge',
  2: 'ID-card reader',
  3: 'Certificate printer',
  4: 'Platform and certificates',
  5: 'Content',
  6: 'Configuration and command line',
  7: 'Scanner and scanned pages',
  8: 'Receipt printer, code reader, social-security card',
};

/** docs/errors.md, made from the catalogue so that it cannot fall behind. */
export function errorPage(): string {
  const sections = Object.entries(areas).map(([hundred, title]) => {
    const names = faultNames().filter(name => fault(name).code.charAt(1) === hundred);
    return `## ${title} (E${hundred}xx)\n\n| code | the citizen reads | and is told | for staff |\n| --- | --- | --- | --- |\n${names.map(row).join('\n')}\n`;
  });
  return `# What each error code means\n\nMade from \`content/common/faults.ts\` by \`npm run docs\`. A terminal shows the code in small type, so that it can be read out on the phone.\n\n${sections.join('\n')}`;
}

function row(name: FaultName): string {
  const { code, citizen, remedy } = fault(name);
  return `| ${code} \`${name}\` | ${citizen.zh} | ${remedy.zh} | ${staffWords(name)} |`;
}
