/** 王*明, 李*, 欧**锋: enough for the holder to know it, too little for a stranger. Counts characters, not UTF-16 units. */
export function maskName(name: string): string {
  const characters = [...name];
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  if (characters.length < 2) return '*';
  return characters.length === 2 ? `${first}*` : first + '*'.repeat(characters.length - 2) + last;
}

/** 3310**********1234. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.slice(0, 4) + '*'.repeat(10) + idNumber.slice(-4);
}
