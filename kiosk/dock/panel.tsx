import type { ComponentChildren } from 'preact';

interface PanelProps {
  id: string;
  zh: string;
  en: string;
  /** The device as it stands on the desk. */
  drawing: ComponentChildren;
  /** What is the matter with it, in a few words. */
  state: string;
  children: ComponentChildren;
}

/** One device: its drawing and state at the left, what hands can do with it at the right. */
export function Panel({ id, zh, en, drawing, state, children }: PanelProps) {
  return (
    <section class="card dock-panel dock-panel-small" aria-labelledby={`dock-${id}`}>
      <h2 id={`dock-${id}`}>
        {zh} <span lang="en">{en}</span>
      </h2>
      <div class="dock-device">
        {drawing}
        <p class="dock-state" role="status">
          {state}
        </p>
      </div>
      <div class="dock-controls">{children}</div>
    </section>
  );
}

/** Troubles in one line; all is well when there is none. */
export function troubles(...parts: (string | false)[]): string {
  return parts.filter(part => part !== false).join('、') || '正常';
}
