import './speech-bar.css';
import { BookOpenText, Headphones, type IconNode, Pause, Play, Redo, SkipBack, SkipForward, Volume2 } from 'lucide';
import type { SpeechWords } from '../../locales/speech-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { type Reader, volumes } from './reader.ts';

/** In widths of a Chinese character: longer captions are set smaller, to stay within their two lines. */
const shortCaption = 22;

function widthOf(text: string): number {
  return Array.from(text).reduce((width, each) => width + (each < '\u2e80' ? 0.55 : 1), 0);
}

/** What is said, in words, and what the hand can do about it. */
export function SpeechBar({ reader, t }: { reader: Reader; t: SpeechWords }) {
  const { status, headphones } = reader.reading.value;
  const isSaying = status === 'saying';
  const caption = reader.caption.value === '' ? t.ready : reader.caption.value;
  return (
    <section class="speech-bar" aria-label={t.bar}>
      <p
        class="speech-caption"
        data-silent={isSaying ? undefined : ''}
        data-long={widthOf(caption) > shortCaption ? '' : undefined}
      >
        {caption}
      </p>
      <div class="speech-keys">
        <Key icon={BookOpenText} label={t.page} onPress={reader.readPage} />
        <Key icon={SkipBack} label={t.previous} onPress={() => reader.dispatch({ type: 'previous' })} />
        <Key
          icon={isSaying ? Pause : Play}
          label={isSaying ? t.pause : t.goOn}
          disabled={status === 'silent'}
          onPress={() => reader.dispatch({ type: 'pause' })}
        />
        <Key icon={SkipForward} label={t.next} onPress={() => reader.dispatch({ type: 'next' })} />
        <Key icon={Redo} label={t.again} onPress={() => reader.dispatch({ type: 'again' })} />
        <Key icon={Volume2} label={t.volume(reader.volume.value, volumes.length)} onPress={reader.changeVolume} />
        {(reader.personal.value || headphones) && (
          <Key
            icon={Headphones}
            label={t.headphones}
            pressed={headphones}
            onPress={() => reader.dispatch({ type: 'headphones' })}
          />
        )}
      </div>
    </section>
  );
}

interface KeyProps {
  icon: IconNode;
  label: string;
  disabled?: boolean;
  pressed?: boolean;
  onPress(): void;
}

function Key({ icon, label, disabled = false, pressed, onPress }: KeyProps) {
  return (
    <button type="button" disabled={disabled} aria-pressed={pressed} onClick={onPress}>
      <Icon of={icon} />
      <span>{label}</span>
    </button>
  );
}
