import { defineConfig, type Plugin } from 'vite';
import { compactQueries } from '../compactQueries.ts';
import { compactTemplates } from '../compactTemplates.ts';
import { precompress } from '../precompress.ts';

const base = '/explorer/';

/** Makes the browser load the explorer's scripts at once, although the entry script imports them only later. */
const preloadExplorer: Plugin = {
  name: 'preload-explorer',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const explorer = chunks.filter(({ name }) => name === 'graphExplorer');
      return explorer
        .flatMap(({ fileName, imports }) => [fileName, ...imports])
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: base + file },
          injectTo: 'head',
        }));
    },
  },
};

/** Bundles the explorer. Its files are served below /explorer/; its views have addresses outside this path. */
export default defineConfig({
  root: import.meta.dirname,
  base,
  publicDir: false,
  plugins: [compactQueries, compactTemplates, preloadExplorer, precompress],
  build: {
    outDir: '../../../dist/web/explorer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
