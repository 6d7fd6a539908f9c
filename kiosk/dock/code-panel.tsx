import { useState } from 'preact/hooks';
import type { DockState } from '../../device-bridge/api/types.ts';
import { command } from './dock-state.ts';
import { Panel } from './panel.tsx';
import { Toggle } from './toggle.tsx';

type CodeReader = NonNullable<DockState['codeReader']>;

export function CodePanel({ reader: { plugged, samples } }: { reader: CodeReader }) {
  const [text, setText] = useState('');
  const show = (shown: string): void => void command({ type: 'code/show', text: shown });
  return (
    <Panel
      id="codes"
      zh="扫码器"
      en="Code reader"
      drawing={
        <svg viewBox="0 0 300 220" aria-hidden="true" class={plugged ? '' : 'is-off'}>
          <rect class="dock-shadow" x="60" y="78" width="180" height="128" rx="22" />
          <rect class="dock-body" x="60" y="70" width="180" height="128" rx="22" />
          <rect class="dock-pad" x="86" y="92" width="128" height="70" rx="12" />
          {plugged && <path class="dock-beam" d="M96 127h108" />}
          <path
            class="dock-code"
            d="M118 10h26v26h-26zM156 10h26v26h-26zM118 48h26v8h-26zM156 44h8v12h-8zM174 44h8v12h-8z"
          />
          <circle class={plugged ? 'dock-lamp' : 'dock-lamp dock-lamp-off'} cx="214" cy="180" r="8" />
        </svg>
      }
      state={plugged ? '等待二维码' : '没有连接'}
    >
      <ul class="dock-choices">
        {samples.map(sample => (
          <li key={sample.id}>
            <button type="button" disabled={!plugged} onClick={() => show(sample.text)}>
              {sample.label}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="dock-type"
        onSubmit={event => {
          event.preventDefault();
          if (text.trim() !== '') show(text.trim());
        }}
      >
        <label for="dock-code-text">
          码里的文字 <span lang="en">Text in the code</span>
        </label>
        <div>
          <input
            id="dock-code-text"
            value={text}
            autocomplete="off"
            spellcheck={false}
            onInput={event => setText(event.currentTarget.value)}
          />
          <button type="submit" disabled={!plugged || text.trim() === ''}>
            出示 <span lang="en">Show</span>
          </button>
        </div>
      </form>
      <Toggle
        zh="连线接好"
        en="Plugged in"
        on={plugged}
        onChange={on => void command({ type: 'code-reader/plug', plugged: on })}
      />
    </Panel>
  );
}
