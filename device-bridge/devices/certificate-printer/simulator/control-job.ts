/**
 * Name of the peer's own jobs: ippeveprinter takes cover and jam reasons only from a running print command, so while it
 * is idle the peer sends it a job that prints nothing and only tells them.
 */
export const controlJobName = 'printer-peer-control';

/** Bytes enough for ippeveprinter to see a PDF. */
export const controlDocument = Buffer.from('%PDF-1.4\n%%EOF\n');
