import './jobs.css';
import { FileText, Printer } from 'lucide';
import { send } from '../../bridge/send.ts';
import { catalog } from '../../catalog/catalog.ts';
import { certificateKinds } from '../../catalog/selection.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useService } from '../parts/service-now.ts';

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
  const speech = useWords();
  const { t } = speech;
  const { visitId, helpOpen } = useSession();
  const certificates = useService('certificates', speech);
  if (certificates === null) return null;
  if (certificates.works) {
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
      <span class="job-note job-why">{certificates.why}</span>
      <span class="job-note">{certificates.elsewhere}</span>
    </button>
  );
}
