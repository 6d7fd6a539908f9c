import type { DockState } from '../../device-bridge/api/types.ts';
import { command } from './dock-state.ts';

export function ReaderPanel({ cards, reader }: Pick<DockState, 'cards' | 'reader'>) {
  const lying = cards.find(card => card.id === reader.cardId);
  return (
    <section class="card dock-panel" aria-labelledby="dock-reader">
      <h2 id="dock-reader">
        身份证读卡器 <span lang="en">ID-card reader</span>
      </h2>
      <div class="dock-device">
        <svg viewBox="0 0 420 250" aria-hidden="true" class={reader.plugged ? '' : 'is-off'}>
          <path class="dock-cable" d="M210 250v-26" />
          <rect class="dock-body" x="20" y="14" width="380" height="212" rx="28" />
          <rect class="dock-pad" x="80" y="52" width="260" height="136" rx="18" />
          <circle class={reader.plugged ? 'dock-lamp' : 'dock-lamp dock-lamp-off'} cx="370" cy="44" r="9" />
          {lying && (
            <g class="dock-card">
              <rect x="100" y="62" width="220" height="116" rx="12" />
              <text x="120" y="128">
                {lying.label}
              </text>
            </g>
          )}
        </svg>
        <button
          type="button"
          class="dock-plug"
          onClick={() => void command({ type: 'reader/plug', plugged: !reader.plugged })}
        >
          {reader.plugged ? '拔下读卡器' : '插上读卡器'}{' '}
          <span lang="en">{reader.plugged ? 'Unplug reader' : 'Plug reader in'}</span>
        </button>
      </div>
      <ul class="dock-cards">
        {cards.map(card => (
          <li key={card.id}>
            <button
              type="button"
              aria-pressed={card.id === reader.cardId}
              onClick={() =>
                void command(
                  card.id === reader.cardId ? { type: 'card/remove' } : { type: 'card/insert', cardId: card.id },
                )
              }
            >
              <strong>{card.label}</strong>
              <span>{card.note}</span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="dock-remove"
        disabled={lying === undefined}
        onClick={() => void command({ type: 'card/remove' })}
      >
        取走身份证 <span lang="en">Remove card</span>
      </button>
    </section>
  );
}
