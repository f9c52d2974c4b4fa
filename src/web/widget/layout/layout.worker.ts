import { runningLayout, type LayoutOrder } from './layoutRunner.ts';

const follow = runningLayout((news) => {
  self.postMessage(news, { transfer: [news.positions.buffer] });
});

self.addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  follow(data);
});
