import './holder.css';
import { Eye, UserRound } from 'lucide';
import { useRef } from 'preact/hooks';
import type { HolderView } from '../../../device-bridge/api/types.ts';
import { askHolder } from '../../bridge/ask-holder.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { usePrivateWords } from '../../locales/private-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { useHold } from '../../private/use-hold.ts';
import { useShade } from '../../private/use-shade.ts';
import { useSession } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';

/** Whose card lies there, masked by the bridge. */
export function HolderLine({ holder }: { holder: HolderView }) {
  const { t } = useWords();
  return (
    <p class="holder" data-personal>
      <Icon of={UserRound} />
      <strong>{t.certificates.hello(holder.maskedName)}</strong>
      <span>{holder.maskedIdNumber}</span>
    </p>
  );
}

/** The same; held, it is whole. What is whole stands in its two elements and nowhere else: no state, no signal. */
export function Holder({ holder }: { holder: HolderView }) {
  const { t } = useWords();
  const words = usePrivateWords();
  const { visitId } = useSession();
  const { visit } = useTerminal();
  const { shade } = useShade();
  const name = useRef<HTMLElement>(null);
  const number = useRef<HTMLElement>(null);
  const { hold, holdProps } = useHold({
    may: visit.phase === 'present' && shade.value.cover === 'none',
    async show(signal) {
      const whole = await askHolder(visitId, signal);
      if (whole === null || signal.aborted) return false;
      name.current?.replaceChildren(t.certificates.hello(whole.name));
      number.current?.replaceChildren(whole.idNumber);
      return true;
    },
    hide() {
      name.current?.replaceChildren();
      number.current?.replaceChildren();
    },
  });
  return (
    <button type="button" class="holder holder-hold" data-personal data-hold={hold} {...holdProps}>
      <Icon of={UserRound} />
      <span class="holder-words holder-masked">
        <strong>{t.certificates.hello(holder.maskedName)}</strong>
        <span>{holder.maskedIdNumber}</span>
      </span>
      <span class="holder-words holder-whole">
        <strong ref={name} />
        <span ref={number} />
      </span>
      <span class="holder-hint">
        <Icon of={Eye} />
        <span>{hold === 'shown' ? words.letGo : hold === 'refused' ? words.notNow : words.hold}</span>
      </span>
    </button>
  );
}
