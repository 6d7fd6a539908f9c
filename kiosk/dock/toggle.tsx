interface ToggleProps {
  zh: string;
  en: string;
  on: boolean;
  onChange(on: boolean): void;
}

export function Toggle({ zh, en, on, onChange }: ToggleProps) {
  return (
    <button
      type="button"
      class="dock-toggle"
      role="switch"
      aria-checked={on}
      aria-label={zh}
      onClick={() => onChange(!on)}
    >
      <span class="dock-toggle-track" />
      <span>
        {zh} <span lang="en">{en}</span>
      </span>
    </button>
  );
}
