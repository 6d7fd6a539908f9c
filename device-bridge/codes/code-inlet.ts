import type { VisitKeeper } from '../../content/common/visit/visit-keeper.ts';
import { isIdle } from '../certificates/certificate-flow.ts';
import type { CertificateService } from '../certificates/certificate-service.ts';
import { type CodeAddresses, readScannedCode } from '../devices/code-reader/scanned-code.ts';
import type { CodeDesk } from './code-desk.ts';

/** Where every code comes in, from a serial reader and from one that types alike. */
export interface CodeInlet {
  take(text: string): void;
}

export function createCodeInlet(parts: {
  visits: VisitKeeper;
  certificates: Pick<CertificateService, 'flow'>;
  codes: CodeDesk;
  addresses: CodeAddresses;
}): CodeInlet {
  const { visits, certificates, codes, addresses } = parts;
  return {
    take: text => {
      // Somebody's card or paper is on the screen: a code held before the window must not take it away.
      if (!isIdle(certificates.flow)) return;
      if (visits.isIdle()) visits.start();
      else visits.touch();
      codes.show(readScannedCode(text, addresses));
    },
  };
}
