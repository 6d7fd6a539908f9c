import { allDeviceFaults } from '../../tests/device-faults/all-faults.ts';
import type { DeviceFaultRow } from '../../tests/device-faults/prove.ts';

/** docs/device-faults.md, made from the lists that the tests hold themselves against. */
export function deviceFaultsPage(): string {
  const sections = allDeviceFaults.map(
    ({ title, test, rows }) =>
      `## ${title}\n\nTried by \`tests/${test}.test.ts\`.\n\n| fault | at the other end | what the terminal does |\n| --- | --- | --- |\n${Object.values(rows).map(row).join('\n')}\n`,
  );
  const count = allDeviceFaults.reduce((sum, { rows }) => sum + Object.keys(rows).length, 0);
  return `# What cannot break a terminal's devices\n\nMade from the lists in \`tests/device-faults\` and \`tests/torn-prints\` by \`npm run docs\`; a row without a test that proves it fails the tests. ${count} faults, each against the peer that its row names.\n\n${sections.join('\n')}`;
}

function row({ fault, peer, outcome }: DeviceFaultRow): string {
  return `| ${fault} | ${peer} | ${outcome} |`;
}
