import './choose.css';
import { ChevronRight, FileBadge } from 'lucide';
import type { Fault } from '../../../content/common/faults.ts';
import type { CertificatesView, HolderView } from '../../../device-bridge/api/types.ts';
import { send } from '../../bridge/send.ts';
import { useWords } from '../../locales/use-words.ts';
import { Shaded } from '../../private/shaded.tsx';
import { useSession } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Phrase } from '../../ui/phrase.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Holder } from './holder.tsx';
import { Trouble } from './trouble.tsx';

interface ChooseProps {
  holder: HolderView;
  offers: Extract<CertificatesView, { step: 'choosing' }>['offers'];
  problem: Fault | null;
}

export function Choose({ holder, offers, problem }: ChooseProps) {
  const { t, say } = useWords();
  const { visitId } = useSession();
  const issuers = [...new Set(offers.map(offer => say(offer.issuer)))];
  return (
    <div class="choose">
      <ScrollArea fill name="choose-parts">
        <div class="choose-head">
          <Shaded name="choose-who">
            <Holder holder={holder} />
          </Shaded>
          <h1>{t.certificates.choose}</h1>
        </div>
        {problem && <Trouble fault={problem} />}
        <Shaded name="choose-offers" mild>
          <ul class="offers">
            {offers.map(offer => (
              <li key={offer.kind}>
                <button
                  type="button"
                  class="card offer"
                  onClick={() => void send({ type: 'certificates/choose', visitId, kind: offer.kind })}
                >
                  <Icon of={FileBadge} />
                  <span class="row-words">
                    <span class="offer-name">
                      <Phrase of={say(offer.name)} />
                    </span>
                    <span class="offer-summary">{say(offer.summary)}</span>
                    {issuers.length > 1 && <span class="note">{say(offer.issuer)}</span>}
                  </span>
                  <Icon of={ChevronRight} />
                </button>
              </li>
            ))}
          </ul>
        </Shaded>
        <p class="note choose-foot">
          <span>{t.certificates.keepCard}</span>
          {issuers.length === 1 && <span>{issuers[0]}</span>}
        </p>
      </ScrollArea>
    </div>
  );
}
