import { defineConfig } from 'vite';
import { precompress } from './src/web/precompress.ts';

/** Bundles the GraphiQL page and everything it needs, so that it works offline and under a strict policy. */
export default defineConfig({
  root: 'src/web/graphiql',
  base: './',
  publicDir: false,
  plugins: [precompress],
  build: {
    outDir: '../../../dist/web/graphiql',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // libraries mark client components for React servers; here all code runs in the browser
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
