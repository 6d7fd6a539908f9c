import { type FaultFile, type FaultRow, faultList } from '../../tests/content-faults/fault-list.ts';

const titles: Record<FaultFile, string> = {
  kills: 'Killed in the middle',
  disk: 'The disk',
  network: 'The network and the origin',
  time: 'Clocks, and time away',
};

/** docs/content-faults.md, made from the list that the tests hold themselves against. */
export function contentFaultsPage(): string {
  const sections = Object.entries(titles).map(([file, title]) => {
    const rows = Object.values<FaultRow>(faultList[file as FaultFile]);
    return `## ${title}\n\nTried by \`tests/content-faults-${file}.test.ts\`.\n\n| fault | where | what a citizen has afterwards |\n| --- | --- | --- |\n${rows.map(row).join('\n')}\n`;
  });
  return `# What cannot break a terminal's content\n\nMade from \`tests/content-faults/fault-list.ts\` by \`npm run docs\`; a row without a test that proves it fails the tests. Documents that are rolled back, mixed, unsigned, signed by too few or by others, or that name targets of others: \`tests/conformance\`.\n\n${sections.join('\n')}`;
}

function row({ fault, where, outcome }: FaultRow): string {
  return `| ${fault} | ${where} | ${outcome} |`;
}
