/** Shortened forms of personal data: enough for the holder to know it, too little for a stranger. Characters are code points: 𠮷 is one. */

/** 王小明 -> 王*明, 王明 -> 王*, a single character -> *. */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return '*'.repeat(characters.length);
  const last = characters.length > 2 ? characters.at(-1) : '';
  const hidden = characters.length - (last === '' ? 1 : 2);
  return `${characters[0]}${'*'.repeat(hidden)}${last}`;
}

/** 331003199005120018 -> 3310**********0018. Numbers of eight characters or fewer are hidden whole. */
export function maskIdNumber(number: string): string {
  if (number.length <= 8) return '*'.repeat(number.length);
  return number.slice(0, 4) + '*'.repeat(number.length - 8) + number.slice(-4);
}

const place = '[^省市区县旗镇乡村路街道号\\d]';
const districtPart = new RegExp(
  `^(?:${place}{2,8}(?:省|自治区))?(?:${place}{2,8}(?:市|自治州))?(?:${place}{1,8}[区县旗市])?`,
);

/** Keeps province, city and district: 浙江省台州市黄岩区**** . The stars do not tell how much follows. */
export function maskAddress(address: string): string {
  const [kept = ''] = districtPart.exec(address) ?? [];
  return address === '' ? '' : `${kept}****`;
}
