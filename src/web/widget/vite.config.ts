import { defineConfig } from 'vite';
import { compactQueries } from '../compactQueries.ts';
import { compactTemplates } from '../compactTemplates.ts';
import { precompress } from '../precompress.ts';

/** Bundles the element and its worker into one file; copies the type declarations beside the bundle. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'types',
  plugins: [compactQueries, compactTemplates, precompress],
  build: {
    outDir: '../../../dist/web/widget',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'widget.ts', formats: ['es'], fileName: 'widget' },
    minify: true,
    rolldownOptions: { output: { minify: true }, checks: { bundlerTimings: false } },
  },
});
