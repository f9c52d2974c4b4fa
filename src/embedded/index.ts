export { openEmbeddedStore, type EmbeddedStoreOptions } from './embeddedStore.ts';
