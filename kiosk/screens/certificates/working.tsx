import type { HolderView } from '../../../device-bridge/api/types.ts';
import { useWords } from '../../locales/use-words.ts';
import { Shaded } from '../../private/shaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { HolderLine } from './holder.tsx';

/** The machine works and says on what. */
export function Working({ step, holder }: { step: 'listing' | 'preparing'; holder: HolderView }) {
  const { t } = useWords();
  return (
    <div class="working" role="status">
      <ScrollArea fill name="working-parts">
        <Shaded name="working-who">
          <HolderLine holder={holder} />
        </Shaded>
        <h1>{step === 'listing' ? t.certificates.listing : t.certificates.preparing}</h1>
        <p>{step === 'listing' ? t.certificates.keepCard : t.certificates.preparingNote}</p>
        <Loading />
      </ScrollArea>
    </div>
  );
}
