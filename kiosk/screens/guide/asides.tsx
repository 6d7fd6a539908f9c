import { BookOpen, Check, MessageCircleQuestionMark } from 'lucide';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { useGuideWords } from '../../locales/guide-words.ts';
import { Button } from '../../ui/button.tsx';

interface AsidesProps {
  matterId: string;
  onMore(): void;
  onFeedback(): void;
}

/** Two small steps aside: what fewer people ask, and whether the guide is right. */
export function Asides({ matterId, onMore, onFeedback }: AsidesProps) {
  const { visit } = useTerminal();
  const words = useGuideWords();
  const given = visit.phase !== 'idle' && visit.feedbackGiven.includes(matterId);
  return (
    <div class="guide-asides">
      <Button kind="quiet" icon={BookOpen} label={words.more} onPress={onMore} />
      <Button
        kind="quiet"
        icon={given ? Check : MessageCircleQuestionMark}
        label={given ? words.feedback.given : words.feedback.button}
        onPress={onFeedback}
      />
    </div>
  );
}
