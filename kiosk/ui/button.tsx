import './button.css';
import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';

interface ButtonProps {
  /** go: carries the matter on. primary: the main thing here. outline: another way. quiet: a small step aside. */
  kind: 'go' | 'primary' | 'outline' | 'quiet';
  label: string;
  icon?: IconNode | undefined;
  size?: 'main' | 'normal';
  disabled?: boolean;
  /** What on a keypad does the same (access/keypad): Escape and Backspace, the home key; `stay` answers a countdown. */
  keys?: 'back' | 'home' | 'back stay enter' | undefined;
  onPress(): void;
}

export function Button({ kind, label, icon, size = 'normal', disabled = false, keys, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button button-${kind} button-${size}`}
      data-key={keys}
      disabled={disabled}
      onClick={onPress}
    >
      {icon && <Icon of={icon} />}
      <span>{label}</span>
    </button>
  );
}
