/** In as few pages of at most `most` as it takes, evenly: 7 of at most 6 are 4 and 3. */
export function evenPages<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most);
  const [each, more] = [Math.floor(items.length / count), items.length % count];
  return Array.from({ length: count }, (_, page) => {
    const begin = page * each + Math.min(page, more);
    return items.slice(begin, begin + each + (page < more ? 1 : 0));
  });
}

/** The first page holds less, for its head; the others are filled one after the other. */
export function filledPages<T>(items: readonly T[], first: number, others: number): T[][] {
  const pages = [items.slice(0, first)];
  for (let begin = first; begin < items.length; begin += others) pages.push(items.slice(begin, begin + others));
  return pages;
}
