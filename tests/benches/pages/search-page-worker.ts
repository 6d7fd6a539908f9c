import { burn, measure } from './search-measure.ts';

addEventListener('message', async (event: MessageEvent<number | 'burn'>) => {
  postMessage(event.data === 'burn' ? burn() : await measure(event.data));
});
