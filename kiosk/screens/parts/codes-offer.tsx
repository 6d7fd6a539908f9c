import './codes-offer.css';
import { QrCode } from 'lucide';
import type { Speech } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useService } from './service-now.ts';

/** One quiet line for whoever holds a code in the hand; nothing where there is no reader. */
export function CodesOffer({ speech }: { speech: Speech }) {
  const codes = useService('codes', speech);
  if (codes === null) return null;
  return (
    <p class="codes-offer">
      <Icon of={QrCode} />
      <span>{codes.works ? speech.t.codes.offer : `${codes.why}${speech.t.codes.but}${codes.elsewhere}`}</span>
    </p>
  );
}
