import './take-away.css';
import { useState } from 'preact/hooks';
import { codeAddress } from '../../../content/model/code-address.ts';
import type { Matter } from '../../../content/model/matter.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { catalog } from '../../catalog/catalog.ts';
import { useGuideWords } from '../../locales/guide-words.ts';
import { QrCode } from './qr-code.tsx';

type Who = Matter['audience'][number];

/**
 * The same guide, in the same situation, on the citizen's own phone; where companies may apply too, the page on which a
 * company begins. Content without the code of a guide is not published.
 */
export function TakeAway({ matter, situationKey }: { matter: Matter; situationKey: string }) {
  const words = useGuideWords();
  const { contentOrigin } = useTerminal();
  const guide = catalog.value?.codes[matter.id]?.[situationKey];
  const company = catalog.value?.companyCodes?.[matter.id]?.[situationKey];
  const both = company !== undefined && matter.audience.includes('person');
  const [chosen, choose] = useState<Who>('person');
  const who: Who = both ? chosen : company === undefined ? 'person' : 'company';
  const id = who === 'company' ? company : guide;
  if (id === undefined) return null;
  return (
    <section class="card guide-take-away">
      {both && <Audience who={who} onChoose={choose} />}
      <QrCode text={codeAddress(contentOrigin, id)} label={words.qr} />
      <p>{words.scan[who]}</p>
    </section>
  );
}

function Audience({ who, onChoose }: { who: Who; onChoose(who: Who): void }) {
  const { audience } = useGuideWords();
  return (
    <div class="take-away-who" role="radiogroup" aria-label={audience.label}>
      {(['person', 'company'] as const).map(each => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio button cannot be this large a target
        <button key={each} type="button" role="radio" aria-checked={each === who} onClick={() => onChoose(each)}>
          {audience[each]}
        </button>
      ))}
    </div>
  );
}
