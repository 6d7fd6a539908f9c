import { UserRound } from 'lucide';
import type { HolderView } from '../../../device-bridge/api/types.ts';
import { useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';

/** Whose card lies there, masked by the bridge. */
export function Holder({ holder }: { holder: HolderView }) {
  const { t } = useWords();
  return (
    <p class="holder">
      <Icon of={UserRound} />
      <strong>{t.certificates.hello(holder.maskedName)}</strong>
      <span>{holder.maskedIdNumber}</span>
    </p>
  );
}
