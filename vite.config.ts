import { defineConfig } from 'vite';

/** Bundles the GraphiQL page and everything it needs, so that it works offline and under a strict policy. */
export default defineConfig({
  root: 'src/web/graphiql',
  base: './',
  publicDir: false,
  build: {
    outDir: '../../../dist/web/graphiql',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // libraries mark what runs in the client; here everything does
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
