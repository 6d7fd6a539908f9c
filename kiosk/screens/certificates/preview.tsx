import './preview.css';
import { Printer } from 'lucide';
import type { Fault } from '../../../content/common/faults.ts';
import type { DocumentView, HolderView } from '../../../device-bridge/api/types.ts';
import { send } from '../../bridge/send.ts';
import { useWords } from '../../locales/use-words.ts';
import { Shaded } from '../../private/shaded.tsx';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Holder } from './holder.tsx';
import { Trouble } from './trouble.tsx';

interface PreviewProps {
  holder: HolderView;
  document: DocumentView;
  problem: Fault | null;
}

/** The sheet as it will be printed, before it is. */
export function Preview({ holder, document, problem }: PreviewProps) {
  const { t, say, language } = useWords();
  const { visitId } = useSession();
  return (
    <div class="preview">
      <ScrollArea fill name="preview-parts">
        <div class="preview-words">
          <h1>{t.certificates.check}</h1>
          <Shaded name="preview-what">
            <p class="preview-name">{say(document.name)}</p>
            <p class="note">
              {[`${t.certificates.number} ${document.number}`, t.certificates.pages(document.pages)].join(
                language === 'zh' ? '，' : ', ',
              )}
            </p>
            <Holder holder={holder} />
          </Shaded>
          {problem && <Trouble fault={problem} />}
        </div>
        <Shaded name="preview-sheet">
          <img src={document.previewPath} alt={t.certificates.previewOf(say(document.name))} />
        </Shaded>
      </ScrollArea>
      <div class="certificates-actions">
        <Button
          kind="go"
          size="main"
          icon={Printer}
          label={t.certificates.print}
          onPress={() => void send({ type: 'certificates/print', visitId })}
        />
        <Button
          kind="outline"
          size="main"
          label={t.certificates.another}
          onPress={() => void send({ type: 'certificates/back', visitId })}
        />
      </div>
    </div>
  );
}
