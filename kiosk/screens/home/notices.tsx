import './notices.css';
import { ChevronRight, Megaphone, X } from 'lucide';
import { useState } from 'preact/hooks';
import type { Generation } from '../../../content/model/generation.ts';
import type { Notice } from '../../../content/model/overlay.ts';
import { noticesOn } from '../../catalog/in-force-on.ts';
import { today } from '../../frame/clock.ts';
import { useWords } from '../../locales/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

/** What the district and the township want known today: one quiet line that opens the whole text. */
export function Notices({ generation }: { generation: Generation }) {
  const { t, say } = useWords();
  const [open, setOpen] = useState(false);
  const notices = noticesOn(generation, today.value);
  const first = notices[0];
  if (first === undefined) return null;
  return (
    <>
      <button type="button" class="home-notices" onClick={() => setOpen(true)}>
        <Icon of={Megaphone} />
        <span class="home-notices-words">{say(first.text)}</span>
        {notices.length > 1 && <span class="home-notices-count">{t.home.noticeCount(notices.length)}</span>}
        <Icon of={ChevronRight} />
      </button>
      {open && <NoticesPanel notices={notices} onClose={() => setOpen(false)} />}
    </>
  );
}

function NoticesPanel({ notices, onClose }: { notices: Notice[]; onClose(): void }) {
  const { t, say } = useWords();
  return (
    <Modal label={t.home.notices} kind="veil" onAside={onClose}>
      <div class="panel">
        <h1 class="screen-title">{t.home.notices}</h1>
        <ScrollArea>
          <ul class="notices-list">
            {notices.map(({ text }) => (
              <li key={text.zh}>{say(text)}</li>
            ))}
          </ul>
        </ScrollArea>
        <Button kind="primary" size="main" icon={X} keys="back" label={t.common.close} onPress={onClose} />
      </div>
    </Modal>
  );
}
