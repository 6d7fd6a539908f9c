import { runProgram } from './command-line.ts';
import { build } from './content/build.ts';
import { check } from './content/check.ts';
import { codes } from './content/codes.ts';
import { draw } from './content/draw.ts';
import { exportSheets } from './content/export.ts';
import { feedback } from './content/feedback.ts';
import { importSheets } from './content/import.ts';
import { keys } from './content/keys.ts';
import { posters } from './content/posters.ts';
import { publish } from './content/publish.ts';
import { refresh } from './content/refresh.ts';
import { report } from './content/report.ts';
import { rollback } from './content/rollback.ts';
import { rollout } from './content/rollout.ts';
import { schema } from './content/schema.ts';
import { search } from './content/search.ts';
import { sign } from './content/sign.ts';
import { speech } from './content/speech.ts';
import { status } from './content/status.ts';

await runProgram('content', {
  check,
  build,
  draw,
  schema,
  search,
  publish,
  refresh,
  rollback,
  rollout,
  sign,
  codes,
  posters,
  speech,
  keys,
  status,
  feedback,
  export: exportSheets,
  import: importSheets,
  report,
});
