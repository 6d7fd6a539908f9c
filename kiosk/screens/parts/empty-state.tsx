import './empty-state.css';
import { Inbox } from 'lucide';
import { Icon } from '../../ui/icon.tsx';

/** Nothing here, said calmly, and what to do instead. */
export function EmptyState({ title, note }: { title: string; note: string }) {
  return (
    <section class="card empty-state">
      <Icon of={Inbox} />
      <h2>{title}</h2>
      <p>{note}</p>
    </section>
  );
}
