/*
 * The exports for programs that use this package as a library: stores, the server, imports, and their types.
 */
export { openStore, type StoreSettings } from './commands/openStore.ts';
export { createServer, type GraphServer, type ServerSettings } from './server.ts';
export { readSettings, SettingsError, type Settings } from './settings.ts';
export { runImport } from './import/runImport.ts';
export { importFormats } from './import/formats/importFormats.ts';
export { GraphError, type ErrorCode } from './graph/errors.ts';
export type { GraphStore } from './graph/store.ts';
export type { GraphStatistics } from './graph/statistics.ts';
export type { Author, Entity, Institution, Paper, Topic } from './graph/model/entities.ts';
export type { EntityKind } from './graph/model/entityKinds.ts';
export type { ImportFormat, ImportRecord } from './import/importRecord.ts';
export type { ImportReport } from './import/importReport.ts';
