import type { DockState } from '../../device-bridge/api/types.ts';
import { command } from './dock-state.ts';
import { Panel } from './panel.tsx';
import { Toggle } from './toggle.tsx';

type CardTerminal = NonNullable<DockState['socialSecurityCard']>;

export function SocialSecurityPanel({ terminal: { plugged, cards, cardId } }: { terminal: CardTerminal }) {
  const inserted = cards.find(card => card.id === cardId);
  return (
    <Panel
      id="social-security"
      zh="社保卡读卡器"
      en="Social-security card"
      drawing={
        <svg viewBox="0 0 300 220" aria-hidden="true" class={plugged ? '' : 'is-off'}>
          {inserted && (
            <g>
              <rect class="dock-chip-card" x="84" y="14" width="132" height="120" rx="12" />
              <path class="dock-card-lines" d="M102 40h60M102 60h40" />
            </g>
          )}
          <rect class="dock-shadow" x="40" y="102" width="220" height="104" rx="22" />
          <rect class="dock-body" x="40" y="94" width="220" height="104" rx="22" />
          <rect class="dock-slot" x="70" y="108" width="160" height="14" rx="7" />
          <rect class="dock-chip" x="132" y="142" width="36" height="30" rx="6" />
          <circle class={plugged ? 'dock-lamp' : 'dock-lamp dock-lamp-off'} cx="234" cy="174" r="8" />
        </svg>
      }
      state={!plugged ? '没有连接' : inserted === undefined ? '没有卡' : `插着：${inserted.label}`}
    >
      <ul class="dock-choices">
        {cards.map(card => (
          <li key={card.id}>
            <button
              type="button"
              aria-pressed={card.id === cardId}
              onClick={() =>
                void command(
                  card.id === cardId
                    ? { type: 'social-security-card/remove' }
                    : { type: 'social-security-card/insert', cardId: card.id },
                )
              }
            >
              {card.label}
            </button>
          </li>
        ))}
      </ul>
      <Toggle
        zh="连线接好"
        en="Plugged in"
        on={plugged}
        onChange={on => void command({ type: 'social-security-card/plug', plugged: on })}
      />
    </Panel>
  );
}
