import { runningLayout, type LayoutOrder } from './running.ts';

const follow = runningLayout((news) => {
  self.postMessage(news, { transfer: [news.positions.buffer] });
});

self.addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  follow(data);
});
