import './help-panel.css';
import { Phone, X } from 'lucide';
import { useWords } from '../locales/use-words.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { lazyScreen } from '../ui/lazy-screen.tsx';
import { Modal } from '../ui/modal.tsx';
import { TroubleBoundary } from '../ui/trouble-boundary.tsx';

export const helpBody = lazyScreen(async () => (await import('./help-body.tsx')).HelpBody, <HotlineAlone />);

/** Whom to call, and when somebody is here: the answer to “this does not work”. */
export function HelpPanel() {
  const { t } = useWords();
  const { helpOpen } = useSession();
  const close = (): void => {
    helpOpen.value = false;
  };
  return (
    <Modal label={t.help.title} kind="veil" onAside={close}>
      <div class="panel help-panel">
        <h1 class="screen-title">{t.help.title}</h1>
        <TroubleBoundary instead={() => <HotlineAlone />}>
          <helpBody.Screen />
        </TroubleBoundary>
        <Button kind="primary" size="main" icon={X} label={t.common.close} keys="back" onPress={close} />
      </div>
    </Modal>
  );
}

/** Stands by itself while the rest comes, and when it does not come. */
function HotlineAlone() {
  return (
    <dl>
      <Hotline />
    </dl>
  );
}

export function Hotline() {
  const { t } = useWords();
  return (
    <div class="help-line">
      <Icon of={Phone} />
      <dt>{t.help.hotline}</dt>
      <dd class="help-number">12345</dd>
      <dd class="note">{t.help.hotlineNote}</dd>
    </div>
  );
}
