import type { Language } from '../../content/common/words.ts';
import { useWords } from './use-words.ts';

const zh = {
  title: '就近网点',
  forMatter: (name: string) => `哪里能办：${name}`,
  own: '您在这里',
  zone: '自助区 24 小时开放',
  today: '今天',
  closedToday: '今天不开门',
  closedUnknown: '今天不开门，请打电话问',
  openNow: (until: string) => `现在开门，到 ${until}`,
  next: (moment: string) => `${moment} 开门`,
  closedOn: (holiday: string) => `${holiday}放假`,
  note: '时间、地址、电话是示例。节假日和调休已经算在内。',
  noteNoHolidays: '时间、地址、电话是示例。今年的节假日还没有公布，以现场公告为准。',
  openCount: (n: number) => (n === 0 ? '现在都关门了' : `现在 ${n} 处开门`),
  km: (n: number) => `约 ${n} 公里`,
  lessThanKm: '不到 1 公里',
  filter: '看哪些',
  all: '全部',
  openOnly: '现在开门的',
  map: '黄岩区示意图',
  sketch: '示意图，不是真地图',
  legend: { open: '现在开门', closed: '现在关门' },
  reservoir: '长潭水库',
  river: '永宁江',
  list: '看全部网点',
  listView: '看名单',
  mapView: '看地图',
  noneOpen: '现在没有开门的网点',
  noneOpenNote: '自助区 24 小时开放。最早开门的在这里：',
  noneNote: '可以拨打 12345 问一问。',
  ownTownship: '这件事要到您自己的乡镇（街道）办。',
  village: '按村找',
  villageTitle: '您的村（社区）叫什么？',
  villageNote: '点村名的第一个拼音字母',
};

export type PlacesWords = typeof zh;

const en: PlacesWords = {
  title: 'Service centres',
  forMatter: name => `Where: ${name}`,
  own: 'You are here',
  zone: 'Self-service open 24 h',
  today: 'Today',
  closedToday: 'Closed today',
  closedUnknown: 'Closed today, please call',
  openNow: until => `Open until ${until}`,
  next: moment => `Opens ${moment}`,
  closedOn: holiday => `${holiday}: closed`,
  note: 'Hours, addresses and phones are samples. Public holidays are taken into account.',
  noteNoHolidays: 'Samples. This year’s public holidays are not known yet: see the notice at the door.',
  openCount: n => (n === 0 ? 'All closed now' : `${n} open now`),
  km: n => `about ${n} km`,
  lessThanKm: 'under 1 km',
  filter: 'Show',
  all: 'All',
  openOnly: 'Open now',
  map: 'Sketch of Huangyan',
  sketch: 'A sketch, not a map',
  legend: { open: 'Open now', closed: 'Closed now' },
  reservoir: 'Changtan Reservoir',
  river: 'Yongning River',
  list: 'All centres',
  listView: 'List',
  mapView: 'Map',
  noneOpen: 'No centre is open now',
  noneOpenNote: 'Self-service is open 24 h. First to open:',
  noneNote: 'Call 12345 and ask.',
  ownTownship: 'Go to the centre of your own township or subdistrict.',
  village: 'By village',
  villageTitle: 'What is your village called?',
  villageNote: 'Touch the first pinyin letter of its name',
};

/** Words of the places and their map: they come with that screen's own code. */
export const placesWords: Record<Language, PlacesWords> = { zh, en };

export function usePlacesWords(): PlacesWords {
  return placesWords[useWords().language];
}

/** A distance by road as one says it; nothing where it is not known or where there is no way to go. */
export function distanceWords(km: number | null, language: Language): string {
  if (km === null || km === 0) return '';
  const words = placesWords[language];
  return km < 1 ? words.lessThanKm : words.km(Math.round(km));
}
