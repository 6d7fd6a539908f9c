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
  onPress(): void;
}

export function Button({ kind, label, icon, size = 'normal', disabled = false, onPress }: ButtonProps) {
  return (
    <button type="button" class={`button button-${kind} button-${size}`} disabled={disabled} onClick={onPress}>
      {icon && <Icon of={icon} />}
      <span>{label}</span>
    </button>
  );
}
