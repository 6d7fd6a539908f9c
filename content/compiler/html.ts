/** Markup that is safe to put into a page. Made only by `html`, which escapes every value it is given. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | Value[];

/** Template tag: literal parts stand as they are, values are escaped unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { markup: String.raw({ raw: parts }, ...values.map(render)) };
}

function render(value: Value): string {
  if (Array.isArray(value)) return value.map(render).join('');
  if (typeof value === 'object') return value.markup;
  return String(value).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
