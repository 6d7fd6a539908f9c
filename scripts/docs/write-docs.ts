import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentFaultsPage } from './content-faults-page.ts';
import { deviceFaultsPage } from './device-faults-page.ts';
import { errorPage } from './error-page.ts';

/** Writes the pages of docs/ that are made from the code. */
await writeFile(join(import.meta.dirname, '../../docs/errors.md'), errorPage());
await writeFile(join(import.meta.dirname, '../../docs/content-faults.md'), contentFaultsPage());
await writeFile(join(import.meta.dirname, '../../docs/device-faults.md'), deviceFaultsPage());
