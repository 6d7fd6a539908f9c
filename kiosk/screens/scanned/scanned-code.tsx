import './scanned-code.css';
import { ScanQrCode } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { ScannedView } from '../../../device-bridge/api/types.ts';
import { send } from '../../bridge/send.ts';
import { catalog } from '../../catalog/catalog.ts';
import { type FoundGuide, guideOfCode } from '../../catalog/guide-of-code.ts';
import { useWords } from '../../locales/use-words.ts';
import { type Session, useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

interface ScannedCodeProps {
  serial: number;
  what: ScannedView;
}

/**
 * What comes of a code held before the terminal: a guide opens, what cannot be used is said in words. A certificate has
 * a screen of its own (screens/verified).
 */
export function ScannedCode({ serial, what }: ScannedCodeProps) {
  const session = useSession();
  const { t, say } = useWords();
  const guide = what.kind === 'guide' && catalog.value !== null ? guideOfCode(catalog.value, what.codeId) : null;
  useEffect(() => {
    session.helpOpen.value = false;
    if (guide !== null) open(guide, serial, session);
  }, [serial, guide?.matterId]);
  switch (what.kind) {
    case 'guide':
      if (guide !== null) return null;
      return <Notice serial={serial} title={t.codes.guideUnknown} note={t.codes.guideUnknownNote} />;
    case 'problem':
      return <Notice serial={serial} title={say(what.fault.citizen)} note={say(what.fault.remedy)} />;
    case 'certificate':
      return null;
  }
}

function open({ matterId, answers }: FoundGuide, serial: number, session: Session): void {
  const { answers: given, screen, go, visitId } = session;
  given.value = { ...given.peek(), [matterId]: answers };
  const present = screen.peek();
  const isOpen = present.name === 'guide' && present.matterId === matterId;
  if (!isOpen) go({ type: 'open', screen: { name: 'guide', matterId } });
  void send({ type: 'code/seen', visitId, serial });
}

function Notice({ serial, title, note }: { serial: number; title: string; note: string }) {
  const { t } = useWords();
  const { visitId } = useSession();
  const seen = (): void => void send({ type: 'code/seen', visitId, serial });
  return (
    <Modal label={title} kind="veil" onAside={seen}>
      <div class="panel scanned-notice" role="alert">
        <ScrollArea fill>
          <Icon of={ScanQrCode} />
          <h1 class="screen-title">{title}</h1>
          <p class="scanned-note">{note}</p>
        </ScrollArea>
        <Button kind="primary" size="main" keys="back" label={t.codes.understood} onPress={seen} />
      </div>
    </Modal>
  );
}
