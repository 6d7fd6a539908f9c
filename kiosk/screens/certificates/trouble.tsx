import './trouble.css';
import { TriangleAlert } from 'lucide';
import type { Fault } from '../../../content/common/faults.ts';
import { useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';

/** What happened and what to do now. */
export function Trouble({ fault }: { fault: Fault }) {
  const { say } = useWords();
  return (
    <div class="trouble" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <strong>{say(fault.citizen)}</strong>
        <p>{say(fault.remedy)}</p>
      </div>
    </div>
  );
}
