import './facts.css';
import { handlingAreas } from '../../../content/model/code-lists.ts';
import type { Matter } from '../../../content/model/matter.ts';
import type { Situation } from '../../../content/model/situation.ts';
import { useGuideWords } from '../../locales/guide-words.ts';
import { useWords } from '../../locales/use-words.ts';

/** How long, how much, how often, where: the four things everybody asks first. */
export function Facts({ matter, situation }: { matter: Matter; situation: Situation }) {
  const { say } = useWords();
  const words = useGuideWords();
  const { limit, fee } = situation;
  const time = limit.caseType === 'immediate' ? words.immediate : words.days(limit.promisedWorkingDays);
  const cost = fee.yuan === 0 ? words.free : words.yuan(fee.yuan, fee.per === undefined ? '' : say(fee.per));
  return (
    <dl class="card guide-facts">
      <Fact name={words.time} value={time} />
      <Fact name={words.fee} value={cost} />
      <Fact name={words.visits} value={words.times(matter.visits.count)} />
      <Fact name={words.area} value={say(handlingAreas[matter.area])} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt class="note">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
