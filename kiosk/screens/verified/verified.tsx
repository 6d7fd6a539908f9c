import '../../ui/card.css';
import './verified.css';
import { CircleCheck, CircleHelp, CircleX, type IconNode } from 'lucide';
import { chinaTime } from '../../../content/common/local-date.ts';
import { clockWords } from '../../../content/model/opening-hours.ts';
import type { ScannedView } from '../../../device-bridge/api/types.ts';
import { send } from '../../bridge/send.ts';
import { type Speech, useWords } from '../../locales/use-words.ts';
import { ShadeButton } from '../../private/shade-button.tsx';
import { Shaded } from '../../private/shaded.tsx';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

type Finding = Extract<ScannedView, { kind: 'certificate' }>['finding'];
type Known = Exclude<NonNullable<Finding>, { finding: 'unknown' }>;

const icons: Record<NonNullable<Finding>['finding'], IconNode> = {
  valid: CircleCheck,
  void: CircleX,
  unknown: CircleHelp,
};

/** What the platform says of a printed certificate whose code was held before the terminal: to be compared with the paper. */
export function Verified({ serial, finding }: { serial: number; finding: Finding }) {
  const { t } = useWords();
  const { visitId } = useSession();
  return (
    <main class="screen verified">
      <ScrollArea fill name="verified-parts">
        <div class="verified-title">
          <p>{t.verified.title}</p>
          {finding !== null && finding.finding !== 'unknown' && <ShadeButton />}
        </div>
        {finding === null ? <Checking /> : <Found finding={finding} />}
      </ScrollArea>
      <Button
        kind="primary"
        size="main"
        keys="back"
        label={finding === null ? t.common.back : t.codes.understood}
        onPress={() => void send({ type: 'code/seen', visitId, serial })}
      />
    </main>
  );
}

function Checking() {
  const { t } = useWords();
  return (
    <div class="verified-checking" role="status">
      <Loading />
      <h1>{t.verified.checking}</h1>
      <p>{t.verified.checkingNote}</p>
    </div>
  );
}

function Found({ finding }: { finding: NonNullable<Finding> }) {
  const speech = useWords();
  const { t } = speech;
  const how = finding.finding;
  return (
    <>
      <div class={`verified-finding verified-${how}`} role="status">
        <Icon of={icons[how]} />
        <div>
          <h1>{t.verified[how]}</h1>
          <p>{t.verified[`${how}Note`]}</p>
        </div>
      </div>
      {finding.finding !== 'unknown' && <Details of={finding} speech={speech} />}
    </>
  );
}

function Details({ of: certificate, speech: { t, say } }: { of: Known; speech: Speech }) {
  const at = chinaTime(Date.parse(certificate.issuedAt));
  return (
    <dl class="card verified-details">
      <Line name={t.verified.name} value={say(certificate.name)} />
      <Line name={t.verified.holder} value={certificate.maskedName} more={certificate.maskedIdNumber} personal />
      <Line name={t.verified.number} value={certificate.number} />
      <Line name={t.verified.issued} value={t.verified.at(at.year, at.month, at.day, clockWords(at.minutes))} />
    </dl>
  );
}

interface LineProps {
  name: string;
  value: string;
  more?: string;
  /** Somebody's own: not for the loudspeaker. */
  personal?: boolean;
}

function Line({ name, value, more, personal = false }: LineProps) {
  return (
    <div class="verified-line">
      <dt>{name}</dt>
      <dd>
        {personal ? (
          <Shaded name="verified-holder">
            <p data-personal>
              {value}
              {more !== undefined && <span>{more}</span>}
            </p>
          </Shaded>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}
