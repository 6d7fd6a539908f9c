import '../../ui/card.css';
import './farewell.css';
import { Check, CircleCheck, Files, type IconNode, IdCard, LoaderCircle, Printer, TriangleAlert } from 'lucide';
import type { FarewellView } from '../../../device-bridge/api/types.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { farewellWords } from '../../locales/farewell-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { TouchToBegin } from '../attract/touch-to-begin.tsx';
import { type Belonging, belongings } from './belongings.ts';
import { useReminder } from './use-reminder.ts';
import { useVerdict } from './use-verdict.ts';
import type { Verdict } from './verdict.ts';

const { zh, en } = farewellWords;
const stateIcons: Record<Verdict['state'], IconNode> = {
  checking: LoaderCircle,
  clean: CircleCheck,
  left: TriangleAlert,
};

/** The visit is over: what must not stay behind, and that nothing else did. Any touch begins the next. */
export function Farewell({ view }: { view: FarewellView }) {
  const { devices } = useTerminal();
  const found = useVerdict(view);
  const things = belongings(view, devices);
  useReminder(things);
  const { title, note } = zh.states[found.state];
  const english = en.states[found.state];
  return (
    <main class="screen farewell" data-state={found.state}>
      <TouchToBegin />
      {things.length > 0 && (
        <ul class="farewell-things" aria-label={zh.takeTitle}>
          {things.map(thing => (
            <Take key={thing} thing={thing} />
          ))}
        </ul>
      )}
      <section class="farewell-verdict" role="status">
        <Icon of={stateIcons[found.state]} />
        <div>
          <h1>{title}</h1>
          <p lang="en">{english.title}</p>
          <p class="farewell-note">{note(found.looked)}</p>
          <p lang="en">{english.note(found.looked)}</p>
        </div>
      </section>
      <Checked {...found} />
      <p class="attract-start farewell-start" aria-hidden="true">
        {zh.start}
        <span lang="en">{en.start}</span>
      </p>
    </main>
  );
}

const pictures: Record<Belonging, IconNode> = {
  'id-card': IdCard,
  'social-security-card': IdCard,
  card: IdCard,
  paper: Printer,
  original: Files,
};

function Take({ thing }: { thing: Belonging }) {
  const { what, where } = zh.take[thing];
  return (
    <li class="card">
      <Icon of={pictures[thing]} />
      <div>
        <strong>{what}</strong>
        <p>{where}</p>
        <p lang="en">{`${en.take[thing].what}. ${en.take[thing].where}.`}</p>
      </div>
    </li>
  );
}

/** Where was looked; a tick only where nothing is left. */
function Checked({ state, groups }: Verdict) {
  return (
    <ul class="farewell-checked">
      {groups.map(({ group, clean }) => (
        <li key={group} class="card" data-clean={clean ? '' : undefined}>
          <Icon of={clean ? Check : state === 'left' ? TriangleAlert : LoaderCircle} />
          <div>
            <p>{zh.groups[group]}</p>
            <p lang="en">{en.groups[group]}</p>
            {state === 'left' && !clean && <strong>{zh.notClean}</strong>}
          </div>
        </li>
      ))}
    </ul>
  );
}
