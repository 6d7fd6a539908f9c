import type { DockState } from '../../device-bridge/api/types.ts';
import { command } from './dock-state.ts';
import { IdCardFace } from './id-card.tsx';

export function ReaderPanel({ cards, reader }: Pick<DockState, 'cards' | 'reader'>) {
  const lying = cards.find(card => card.id === reader.cardId);
  return (
    <section class="card dock-panel" aria-labelledby="dock-reader">
      <h2 id="dock-reader">
        身份证读卡器 <span lang="en">ID-card reader</span>
      </h2>
      <div class="dock-device">
        <svg viewBox="0 0 420 330" aria-hidden="true" class={reader.plugged ? '' : 'is-off'}>
          <path class="dock-cable" d="M210 330v-80" />
          {!reader.plugged && <path class="dock-plug-gap" d="M186 292h48" />}
          <rect class="dock-shadow" x="22" y="20" width="376" height="244" rx="30" />
          <rect class="dock-body" x="22" y="12" width="376" height="244" rx="30" />
          <rect class="dock-pad" x="82" y="54" width="256" height="170" rx="18" />
          <path class="dock-pad-mark" d="M180 139a30 30 0 0 1 60 0M164 139a46 46 0 0 1 92 0" />
          <circle class={reader.plugged ? 'dock-lamp' : 'dock-lamp dock-lamp-off'} cx="366" cy="40" r="8" />
          {lying && (
            <g transform="translate(100 70)">
              <IdCardFace label={lying.label} />
            </g>
          )}
        </svg>
        <p class="dock-state" role="status">
          {!reader.plugged ? '没有连接' : lying ? `放着：${lying.label}` : '没有卡'}
        </p>
        <div class="dock-buttons">
          <button type="button" onClick={() => void command({ type: 'reader/plug', plugged: !reader.plugged })}>
            {reader.plugged ? '拔下读卡器' : '插上读卡器'}{' '}
            <span lang="en">{reader.plugged ? 'Unplug reader' : 'Plug reader in'}</span>
          </button>
          <button type="button" disabled={lying === undefined} onClick={() => void command({ type: 'card/remove' })}>
            取走身份证 <span lang="en">Remove card</span>
          </button>
        </div>
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
              <svg viewBox="-4 -4 228 146" aria-hidden="true">
                <IdCardFace label={card.label} />
              </svg>
              <span class="dock-card-words">
                <strong>{card.label}</strong>
                <span>{card.note}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
