import { IdCard, MapPin, Printer } from 'lucide';
import type { Matter } from '../../../content/model/matter.ts';
import { send } from '../../bridge/send.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { useGuideWords } from '../../locales/guide-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';

/** The next step, at the bottom where the hand is: begin here if this terminal can, otherwise see who is open; and take the list along. */
export function Actions({ matter, onPrint }: { matter: Matter; onPrint(): void }) {
  const words = useGuideWords();
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
          label={words.print}
          onPress={() => void send({ type: 'certificates/start', visitId, wanted: kind })}
        />
      ) : (
        <Button
          kind="primary"
          size="main"
          icon={MapPin}
          label={words.nearby}
          onPress={() => go({ type: 'open', screen: { name: 'places', matterId: matter.id } })}
        />
      )}
      <Button kind="outline" size="main" icon={Printer} label={words.list.button} onPress={onPrint} />
    </div>
  );
}
