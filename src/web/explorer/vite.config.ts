import { defineConfig } from 'vite';
import { precompress } from '../precompress.ts';

/** Bundles the explorer. Its files are served below /explorer/; its views have addresses outside this path. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/explorer/',
  publicDir: false,
  plugins: [precompress],
  build: {
    outDir: '../../../dist/web/explorer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
