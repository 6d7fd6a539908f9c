import type { Matter } from '../../model/matter.ts';
import type { SourceFile } from '../source-file.ts';
import type { Finding } from './finding.ts';

/** One word for two matters of a field: a citizen cannot tell which is meant. */
export function aliasFindings(matters: readonly SourceFile<Matter>[]): [SourceFile<Matter>, Finding[]][] {
  const first = new Map<string, Matter>();
  return matters.flatMap(source => {
    const { value } = source;
    const findings = value.aliases.flatMap((alias, index): Finding[] => {
      const path = ['aliases', index];
      if (value.aliases.indexOf(alias) < index || alias === value.name.zh)
        return [{ path, rule: 'duplicate-alias', message: `${alias} is there twice`, mend: 'Delete one.' }];
      const key = `${value.field} ${alias}`;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, value);
        return [];
      }
      const message = `${alias} is also said of ${other.id}`;
      const mend = 'Keep it where most people mean it, or say more: two words are told apart.';
      return [{ path, severity: 'warning', rule: 'duplicate-alias', message, mend }];
    });
    return findings.length > 0 ? [[source, findings]] : [];
  });
}
