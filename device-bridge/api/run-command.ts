import { Refusal } from '../../content/common/faults.ts';
import type { VisitKeeper } from '../../content/common/visit/visit-keeper.ts';
import { isMovingPaper } from '../certificates/certificate-flow.ts';
import type { CertificateService } from '../certificates/certificate-service.ts';
import type { CodeDesk } from '../codes/code-desk.ts';
import type { CodeInlet } from '../codes/code-inlet.ts';
import type { ContentUpdater } from '../content/content-updater.ts';
import type { FeedbackDesk } from '../feedback/feedback-desk.ts';
import type { GuidePrinting } from '../guide-print/guide-printing.ts';
import type { Health } from '../health/health.ts';
import type { HelpDesk } from '../help/help-desk.ts';
import type { Command } from './types.ts';

/** What the kiosk says about the content it was given. */
export type ContentWitness = Pick<ContentUpdater, 'drawn' | 'notDrawn'>;

/** Everything a command may move. */
export interface Commanded {
  visits: VisitKeeper;
  certificates: CertificateService;
  content: ContentWitness;
  codes: CodeDesk;
  inlet: CodeInlet;
  health: Pick<Health, 'printReport'>;
  guidePrinting: Pick<GuidePrinting, 'print' | 'busy'>;
  feedback: Pick<FeedbackDesk, 'give'>;
  help: Pick<HelpDesk, 'call' | 'end'>;
}

/** Carries out what the kiosk asks. @throws Refusal visit-over for another's visit, not-now when it does not fit */
export function runCommand(command: Command, parts: Commanded): void {
  const { visits, certificates } = parts;
  const paperMoves = isMovingPaper(certificates.flow);
  if (!('visitId' in command)) {
    ofTheTerminal(command, parts, paperMoves);
    return;
  }
  if (command.type === 'visit/resume') visits.resume(command.visitId);
  if (!visits.isCurrent(command.visitId)) throw new Refusal('visit-over');
  visits.touch();
  switch (command.type) {
    case 'visit/resume':
    case 'visit/touch':
      break;
    case 'visit/end':
      if (paperMoves) throw new Refusal('not-now', 'paper is moving');
      visits.end();
      break;
    case 'code/seen':
      parts.codes.seen(command.serial);
      break;
    case 'certificates/start':
      certificates.command({ type: 'start', wanted: command.wanted });
      break;
    case 'certificates/choose':
      certificates.command({ type: 'choose', kind: command.kind });
      break;
    case 'certificates/back':
      certificates.command({ type: 'back' });
      break;
    case 'certificates/print':
      certificates.command({ type: 'print' });
      break;
    case 'certificates/stop':
      certificates.command({ type: 'stop' });
      break;
    case 'guide/print':
      if (certificates.flow.step === 'printing') throw new Refusal('not-now', 'a certificate is being printed');
      parts.guidePrinting.print({ language: 'zh', ...command });
      break;
    case 'guide/feedback':
      parts.feedback.give(command);
      break;
    case 'help/call':
      parts.help.call(command.area ?? (certificates.flow.step === 'idle' ? 'other' : 'certificates'));
      break;
    case 'help/cancel':
      parts.help.end();
      break;
  }
}

/** What belongs to no visit. */
function ofTheTerminal(
  command: Exclude<Command, { visitId: string }>,
  { visits, content, inlet, health, guidePrinting }: Commanded,
  paperMoves: boolean,
): void {
  switch (command.type) {
    case 'content/shown':
      content.drawn(command.digest);
      break;
    case 'content/failed':
      content.notDrawn(command.digest, command.why);
      break;
    case 'code/typed':
      inlet.take(command.text);
      break;
    case 'readiness/print':
      // Its sheet must not come out among those of a citizen.
      if (paperMoves || guidePrinting.busy) throw new Refusal('not-now', 'paper is moving');
      health.printReport();
      break;
    case 'visit/start':
      // Another page's first touch must not take the sheet of whoever is printing.
      if (paperMoves) throw new Refusal('not-now', 'paper is moving');
      visits.start();
  }
}
