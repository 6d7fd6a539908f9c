import { fileOf, type GalleryPicture, galleryModes, galleryOrientations } from './gallery-list.ts';

const modeWords: Record<(typeof galleryModes)[number], string> = {
  normal: 'Normal',
  large: 'Large type',
  contrast: 'High contrast',
  english: 'English',
  low: 'Low reach',
};

/** The gallery as one page that needs nothing but its pictures: all of them in a grid, narrowed by mode and orientation. */
export function galleryPage(pictures: readonly GalleryPicture[]): string {
  const cards = pictures.map(
    picture => `      <a href="${fileOf(picture)}" class="${picture.mode} ${picture.orientation}">
        <img src="${fileOf(picture)}" loading="lazy" alt="${picture.name}, ${picture.mode}, ${picture.orientation}" />
        <span>${picture.name}</span>
      </a>`,
  );
  const choices = (group: string, names: readonly string[], words: (name: string) => string): string =>
    names
      .map(
        (name, index) =>
          `<label><input type="radio" name="${group}" id="${name}"${index === 0 ? ' checked' : ''} /> ${words(name)}</label>`,
      )
      .join('\n        ');
  const hidden = [...galleryModes, ...galleryOrientations].map(name => `body:has(#${name}:checked) a:not(.${name})`);
  return `<!doctype html>
<!-- Written by npm run screens; do not edit. -->
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>All screens of the terminal</title>
    <style>
      body { margin: 2rem; background: #f3f6fa; color: #14233a; font: 1rem/1.5 "Noto Sans CJK SC", sans-serif; }
      form { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 1rem 0 2rem; }
      label { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 2.75rem; margin-right: 1rem; }
      main { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.5rem; }
      body:has(#landscape:checked) main { grid-template-columns: repeat(auto-fill, minmax(28rem, 1fr)); }
      a { display: flex; flex-direction: column; gap: 0.5rem; color: #0a4f9e; text-decoration: none; }
      img { width: 100%; border: 1px solid #b9c8db; border-radius: 0.75rem; background: #fff; }
      ${hidden.join(',\n      ')} { display: none; }
    </style>
  </head>
  <body>
    <h1>All screens of the terminal</h1>
    <form>
      <div>
        ${choices('mode', galleryModes, name => modeWords[name as keyof typeof modeWords])}
      </div>
      <div>
        ${choices('orientation', galleryOrientations, name => (name === 'portrait' ? 'Portrait 1080 x 1920' : 'Landscape 1920 x 1080'))}
      </div>
    </form>
    <main>
${cards.join('\n')}
    </main>
  </body>
</html>
`;
}

/** The same for a code host, which shows no pages: a table by screen. */
export function galleryTable(pictures: readonly GalleryPicture[]): string {
  const names = [...new Set(pictures.map(({ name }) => name))];
  const cell = (name: string, mode: string): string => {
    const found = pictures.filter(picture => picture.name === name && picture.mode === mode);
    return found.map(picture => `<img src="${fileOf(picture)}" height="260" alt="${name}, ${mode}">`).join(' ');
  };
  const rows = names.map(name => `| ${name} | ${galleryModes.map(mode => cell(name, mode)).join(' | ')} |`);
  return `# All screens of the terminal

Written by \`npm run screens\`; do not edit. Each screen in portrait and landscape; [index.html](index.html) shows them larger,
by mode. Screens outside a visit have no settings, so they are here once.

| screen | ${galleryModes.map(mode => modeWords[mode]).join(' | ')} |
| --- | ${galleryModes.map(() => '---').join(' | ')} |
${rows.join('\n')}
`;
}
