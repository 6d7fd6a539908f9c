import { runProgram } from './command-line.ts';
import { doctor } from './terminal/doctor.ts';
import { print } from './terminal/print.ts';
import { readCard } from './terminal/read-card.ts';
import { scan } from './terminal/scan.ts';

await runProgram('terminal', { doctor, 'read-card': readCard, print, scan });
