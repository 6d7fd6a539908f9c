import { Refusal } from '../../content/common/faults.ts';
import { isMovingPaper } from '../certificates/certificate-flow.ts';
import type { CertificateService } from '../certificates/certificate-service.ts';
import type { ContentUpdater } from '../content/content-updater.ts';
import type { VisitKeeper } from '../visit/visit-keeper.ts';
import type { Command } from './types.ts';

/** What the kiosk says about the content it was given. */
export type ContentWitness = Pick<ContentUpdater, 'drawn' | 'notDrawn'>;

/** Carries out what the kiosk asks. @throws Refusal visit-over for another's visit, not-now when it does not fit */
export function runCommand(
  command: Command,
  visits: VisitKeeper,
  certificates: CertificateService,
  content: ContentWitness,
): void {
  if (command.type === 'content/shown') {
    content.drawn(command.digest);
    return;
  }
  if (command.type === 'content/failed') {
    content.notDrawn(command.digest, command.why);
    return;
  }
  const paperMoves = isMovingPaper(certificates.flow);
  if (command.type === 'visit/start') {
    // Another page's first touch must not take the sheet of whoever is printing.
    if (paperMoves) throw new Refusal('not-now', 'paper is moving');
    visits.start();
    return;
  }
  if (!visits.isCurrent(command.visitId)) throw new Refusal('visit-over');
  visits.touch();
  switch (command.type) {
    case 'visit/touch':
      break;
    case 'visit/end':
      if (paperMoves) throw new Refusal('not-now', 'paper is moving');
      visits.end();
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
  }
}
