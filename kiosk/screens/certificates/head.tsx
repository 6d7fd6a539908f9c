import './stages.css';
import { Check, X } from 'lucide';
import type { CertificatesView } from '../../../device-bridge/api/types.ts';
import { send } from '../../bridge/send.ts';
import { useWords } from '../../locales/use-words.ts';
import { ShadeButton } from '../../private/shade-button.tsx';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { mayLeave, stage, stages } from './stages.ts';

/**
 * How far along: four stages, the present one said aloud; and the way out as long as nothing is on paper. A held print
 * has its way out at the bottom, as its only action.
 */
export function Head({ view }: { view: CertificatesView }) {
  const { t } = useWords();
  const { visitId } = useSession();
  const { step } = view;
  const present = stage(step);
  return (
    <div class="certificates-head">
      <nav class="nav-row">
        {mayLeave(view) && step !== 'printing' && (
          <Button
            kind="quiet"
            icon={X}
            keys="back"
            label={t.certificates.leave}
            onPress={() => void send({ type: 'certificates/stop', visitId })}
          />
        )}
        {'holder' in view && <ShadeButton />}
        <div class="nav-row-end">{t.certificates.title}</div>
      </nav>
      {present !== null && (
        <ol class="stages">
          {stages.map((name, index) => {
            const at = stages.indexOf(present);
            const state = index < at || step === 'printed' ? 'done' : index === at ? 'now' : 'later';
            return (
              <li key={name} class={`stage-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
                <span class="stage-mark">{state === 'done' ? <Icon of={Check} /> : index + 1}</span>
                <span class="stage-name">{t.certificates.steps[name]}</span>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}
