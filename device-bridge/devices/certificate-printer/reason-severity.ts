/** How bad the printer says a reason is (RFC 8011 section 5.4.12). No suffix means error. */
export type Severity = 'report' | 'warning' | 'error';
const severities: Severity[] = ['report', 'warning', 'error'];

/**
 * The severity when `reason` is `keyword`, else null. Some printers cut long reasons short
 * ("marker-waste-almost-full-warnin"), so any beginning of a severity counts.
 */
export function severityOf(reason: string, keyword: string): Severity | null {
  if (!reason.startsWith(keyword)) return null;
  const rest = reason.slice(keyword.length);
  if (rest === '' || rest === '-') return 'error';
  return severities.find(severity => `-${severity}`.startsWith(rest)) ?? null;
}
