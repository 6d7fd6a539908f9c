import './printed.css';
import { CircleCheck, FileCheck2, type IconNode, IdCard } from 'lucide';
import { send } from '../../bridge/send.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Phrase } from '../../ui/phrase.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

/** Only the printer's own word leads here. Two things to take, then the visit is wiped. */
export function Printed() {
  const { t } = useWords();
  const { visitId, go } = useSession();
  async function stay(): Promise<void> {
    if (await send({ type: 'certificates/stop', visitId })) go({ type: 'home' });
  }
  return (
    <div class="printed">
      <ScrollArea fill name="printed-parts">
        <p class="printed-done" role="status">
          <Icon of={CircleCheck} />
          {t.certificates.printed}
        </p>
        <h1>
          <Phrase of={t.certificates.takeBoth} />
        </h1>
        <p class="printed-note">{t.certificates.takeNote}</p>
        <ul>
          <Take icon={FileCheck2} what={t.certificates.paper} where={t.certificates.paperWhere} />
          <Take icon={IdCard} what={t.certificates.card} where={t.certificates.cardWhere} />
        </ul>
      </ScrollArea>
      <div class="certificates-actions">
        <Button
          kind="go"
          size="main"
          label={t.certificates.finish}
          onPress={() => void send({ type: 'visit/end', visitId })}
        />
        <Button kind="outline" size="main" label={t.certificates.stay} onPress={() => void stay()} />
      </div>
    </div>
  );
}

function Take({ icon, what, where }: { icon: IconNode; what: string; where: string }) {
  return (
    <li class="card">
      <Icon of={icon} />
      <strong>{what}</strong>
      <span>{where}</span>
    </li>
  );
}
