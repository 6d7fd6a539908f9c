interface ChoicesProps<Value extends string> {
  zh: string;
  en: string;
  options: readonly { value: Value; zh: string; en: string }[];
  chosen: Value;
  onChoose(value: Value): void;
}

/** A few states of a part, of which it is always in one. */
export function Choices<Value extends string>({ zh, en, options, chosen, onChoose }: ChoicesProps<Value>) {
  return (
    <fieldset class="dock-buttons">
      <legend>
        {zh} <span lang="en">{en}</span>
      </legend>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === chosen}
          onClick={() => onChoose(option.value)}
        >
          {option.zh} <span lang="en">{option.en}</span>
        </button>
      ))}
    </fieldset>
  );
}
