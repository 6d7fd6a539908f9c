import './keyboard.css';
import type { ComponentChildren } from 'preact';

interface KeyRowsProps {
  rows: readonly string[];
  name: string;
  onCharacter(character: string): void;
  /** Stands at the end of the last row, where the thumb is. */
  children: ComponentChildren;
}

/** In the order everyone knows from the phone. */
export const letterRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
export const capitalRows = letterRows.map(row => row.toUpperCase());
/** X ends identity numbers; the dot stands in names (买买提·…). */
export const digitRows = ['12345', '67890', 'X·-/'] as const;

export function KeyRows({ rows, name, onCharacter, children }: KeyRowsProps) {
  return (
    <fieldset class="keyboard" aria-label={name}>
      {rows.map((row, index) => (
        <div key={row} class="keyboard-row">
          {Array.from(row, character => (
            <button key={character} type="button" class="key" onClick={() => onCharacter(character)}>
              {character}
            </button>
          ))}
          {index === rows.length - 1 && children}
        </div>
      ))}
    </fieldset>
  );
}
