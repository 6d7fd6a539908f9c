import { BookOpen, IdCard, MapPin } from 'lucide';
import type { Matter } from '../../../content/model/matter.ts';
import { send } from '../../bridge/send.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';

/** The next step, at the bottom where the hand is: begin here if this terminal can, otherwise see who is open. */
export function Actions({ matter, onMore }: { matter: Matter; onMore(): void }) {
  const { t } = useWords();
  const { go, visitId } = useSession();
  const { services } = useTerminal();
  const kind = matter.ends.terminal?.certificate;
  return (
    <div class="guide-actions">
      {kind !== undefined && services.certificates.available ? (
        <Button
          kind="go"
          size="main"
          icon={IdCard}
          label={t.guide.print}
          onPress={() => void send({ type: 'certificates/start', visitId, wanted: kind })}
        />
      ) : (
        <Button
          kind="primary"
          size="main"
          icon={MapPin}
          label={t.guide.nearby}
          onPress={() => go({ type: 'open', screen: { name: 'places' } })}
        />
      )}
      <Button kind="outline" size="main" icon={BookOpen} label={t.guide.more} onPress={onMore} />
    </div>
  );
}
