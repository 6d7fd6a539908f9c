import './take-away.css';
import { codeAddress } from '../../../content/model/code-address.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { catalog } from '../../catalog/catalog.ts';
import { useWords } from '../../locales/use-words.ts';
import { QrCode } from './qr-code.tsx';

/** The same guide, in the same situation, on the citizen's own phone. Content without the code is not published. */
export function TakeAway({ matterId, situationKey }: { matterId: string; situationKey: string }) {
  const { t } = useWords();
  const { contentOrigin } = useTerminal();
  const id = catalog.value?.codes[matterId]?.[situationKey];
  if (id === undefined) return null;
  return (
    <section class="card guide-take-away">
      <QrCode text={codeAddress(contentOrigin, id)} label={t.guide.qr} />
      <p>{t.guide.scan}</p>
    </section>
  );
}
