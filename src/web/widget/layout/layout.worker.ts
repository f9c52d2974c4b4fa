import { createLayoutRunner, type LayoutCommand } from './layoutRunner.ts';

const run = createLayoutRunner((update) => {
  self.postMessage(update, { transfer: [update.positions.buffer] });
});

self.addEventListener('message', ({ data }: MessageEvent<LayoutCommand>) => {
  run(data);
});
