import './attract.css';
import { FileText, type IconNode, MapPin, Printer } from 'lucide';
import { AccessBarButtons } from '../../access/access-bar-buttons.tsx';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { contentMissing } from '../../catalog/catalog.ts';
import { speechIn } from '../../locales/use-words.ts';
import { startVisit } from '../../session/opening.ts';
import { defaultSettings } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { DeviceLine } from '../home/device-line.tsx';

/** Nobody is there: whose machine this is, what it can do, and that one touch begins. */
export function Attract() {
  const speech = speechIn('zh');
  const { t } = speech;
  const { services } = useTerminal();
  return (
    <div class="stage">
      <TopBar speech={speech} />
      <main class="screen attract">
        <button type="button" class="attract-touch" aria-label={t.attract.start} onClick={() => startVisit()} />
        <div class="attract-title">
          <h1>{t.attract.title}</h1>
          <p lang="en">Touch the screen to begin</p>
        </div>
        <ul>
          <Offer icon={FileText} name={t.attract.guides} note={t.attract.guidesNote} />
          <Offer
            icon={Printer}
            name={t.attract.certificates}
            note={services.certificates.available ? t.attract.certificatesNote : services.certificates.fault.citizen.zh}
          />
          <Offer icon={MapPin} name={t.attract.places} note={t.attract.placesNote} />
        </ul>
        {contentMissing.value && <p class="attract-missing">{`${t.content.missing}。${t.content.note}`}</p>}
        <p class="attract-start" aria-hidden="true">
          {t.attract.start}
        </p>
        <DeviceLine speech={speech} />
      </main>
      <AccessBarButtons
        t={t}
        settings={defaultSettings}
        onLargeType={() => startVisit({ settings: { largeType: true } })}
        onHighContrast={() => startVisit({ settings: { highContrast: true } })}
        onLanguage={() => startVisit({ settings: { language: 'en' } })}
        onHelp={() => startVisit({ help: true })}
      />
    </div>
  );
}

function Offer({ icon, name, note }: { icon: IconNode; name: string; note: string }) {
  return (
    <li class="attract-offer">
      <Icon of={icon} />
      <div>
        <h2>{name}</h2>
        <p>{note}</p>
      </div>
    </li>
  );
}
