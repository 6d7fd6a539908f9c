import './take-away.css';
import { guideAddress } from '../../../content/model/guide-address.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { useWords } from '../../locales/use-words.ts';
import { QrCode } from './qr-code.tsx';

/** The same guide, in the same situation, on the citizen's own phone. */
export function TakeAway({ matterId, situationKey }: { matterId: string; situationKey: string }) {
  const { t } = useWords();
  const { contentOrigin } = useTerminal();
  return (
    <section class="card guide-take-away">
      <QrCode text={guideAddress(contentOrigin, matterId, situationKey)} label={t.guide.qr} />
      <p>{t.guide.scan}</p>
    </section>
  );
}
