import './questions.css';
import type { Situation } from '../../../content/model/situation.ts';
import { useWords } from '../../locales/use-words.ts';
import { Phrase } from '../../ui/phrase.tsx';

interface QuestionsProps {
  questions: Situation['questions'];
  onAnswer(questionId: string, optionId: string): void;
}

/** The answers stay in view and can be changed at any time; what has to be brought follows at once. */
export function Questions({ questions, onAnswer }: QuestionsProps) {
  const { say } = useWords();
  if (questions.length === 0) return null;
  return (
    <section class={questions.length > 1 ? 'card guide-questions guide-questions-many' : 'card guide-questions'}>
      {questions.map(({ question, optionId }) => (
        <div key={question.id} class="question" role="radiogroup" aria-label={say(question.ask)}>
          <h2>{say(question.ask)}</h2>
          <div class="question-options">
            {question.options.map(option => (
              // biome-ignore lint/a11y/useSemanticElements: a native radio button cannot be this large a target
              <button
                key={option.id}
                type="button"
                role="radio"
                aria-checked={option.id === optionId}
                onClick={() => onAnswer(question.id, option.id)}
              >
                <Phrase of={say(option.label)} />
              </button>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
