/** Markup that is safe to put into a page. Made only by `html`, which escapes every value it is given. */
export interface Html {
  readonly markup: string;
}

/** `undefined` and `false` leave nothing, for parts that are not always there. */
type Value = string | number | false | undefined | Html | readonly Value[];

/** Template tag: literal parts stand as they are, values are escaped unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { markup: String.raw({ raw: parts }, ...values.map(render)) };
}

function render(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
  return 'markup' in value ? value.markup : value.map(render).join('');
}
