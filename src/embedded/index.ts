export { openEmbeddedStore, type EmbeddedStore, type EmbeddedStoreOptions } from './embeddedStore.ts';
