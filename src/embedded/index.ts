export { openEmbeddedStore, type EmbeddedStoreOptions } from './store.ts';
