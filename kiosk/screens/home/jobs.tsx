import './jobs.css';
import { FileText, Printer } from 'lucide';
import { momentWords, windowsNow } from '../../../content/model/opening-hours.ts';
import { send } from '../../bridge/send.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { certificateKinds, placeByCode } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';

/** The two main jobs of this machine. */
export function Jobs() {
  const { t } = useWords();
  const { go } = useSession();
  return (
    <div class="home-jobs">
      <button
        type="button"
        class="job job-guides"
        onClick={() => go({ type: 'open', screen: { name: 'browse', by: 'field' } })}
      >
        <Icon of={FileText} />
        <span class="job-name">{t.home.guides}</span>
        <span class="job-note">{t.home.guidesNote}</span>
      </button>
      <CertificatesJob />
    </div>
  );
}

/** Says before it is touched whether it works now, and where else when it does not. Touched then, it opens the help. */
function CertificatesJob() {
  const { t, say } = useWords();
  const { visitId, helpOpen } = useSession();
  const { certificates } = useTerminal().services;
  const elsewhere = useElsewhere();
  if (certificates.available) {
    return (
      <button
        type="button"
        class="job job-certificates"
        onClick={() => void send({ type: 'certificates/start', visitId, wanted: null })}
      >
        <Icon of={Printer} />
        <span class="job-state">{t.home.availableNow}</span>
        <span class="job-name">{t.home.certificates}</span>
        <span class="job-note">{t.home.certificatesNote(certificateKinds(catalog.value))}</span>
      </button>
    );
  }
  return (
    <button
      type="button"
      class="job job-unavailable"
      onClick={() => {
        helpOpen.value = true;
      }}
    >
      <Icon of={Printer} />
      <span class="job-state">
        <Tag tone="later">{t.home.notNow}</Tag>
      </span>
      <span class="job-name">{t.home.certificates}</span>
      <span class="job-note job-why">{say(certificates.fault.citizen)}</span>
      <span class="job-note">{elsewhere}</span>
    </button>
  );
}

function useElsewhere(): string {
  const { t, language } = useWords();
  const place = placeByCode(catalog.value, useTerminal().terminal.placeCode);
  const now = minuteNow.value;
  const windows = place === undefined ? { open: false as const, next: null } : windowsNow(place, calendars.value, now);
  const window = windows.open
    ? t.availability.windowOpen
    : windows.next === null
      ? t.availability.windowClosed
      : t.availability.windowAt(momentWords(windows.next, now, language));
  return `${t.home.elsewhere}${window}${language === 'zh' ? '；' : '; '}${t.certificates.app}`;
}
