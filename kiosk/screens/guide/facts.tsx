import './facts.css';
import { handlingAreas } from '../../../content/model/code-lists.ts';
import type { Matter } from '../../../content/model/matter.ts';
import type { Situation } from '../../../content/model/situation.ts';
import { useWords } from '../../locales/use-words.ts';

/** How long, how much, how often, where: the four things everybody asks first. */
export function Facts({ matter, situation }: { matter: Matter; situation: Situation }) {
  const { t, say } = useWords();
  const { limit, fee } = situation;
  const time = limit.caseType === 'immediate' ? t.guide.immediate : t.guide.days(limit.promisedWorkingDays);
  const cost = fee.yuan === 0 ? t.guide.free : t.guide.yuan(fee.yuan, fee.per === undefined ? '' : say(fee.per));
  return (
    <dl class="card guide-facts">
      <Fact name={t.guide.time} value={time} />
      <Fact name={t.guide.fee} value={cost} />
      <Fact name={t.guide.visits} value={t.guide.times(matter.visits.count)} />
      <Fact name={t.guide.area} value={say(handlingAreas[matter.area])} />
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
