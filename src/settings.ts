import type { ApiKey } from './api/access/apiKey.ts';
import { environment, type Environment } from './environment.ts';
import { DEFAULT_RATE_LIMIT, settingDescriptions, type LogLevel } from './settingDescriptions.ts';
import type { SourceSettings } from './sources/sourceSettings.ts';

/** The settings of a command, read from environment variables when it starts. */
export interface Settings {
  port: number;
  host: string;
  /**
   * The folder of the embedded store. With Neo4j, the folder in which the graph in memory is saved for the next start.
   */
  directory: string;
  neo4j: { uri: string; username?: string; password?: string; database?: string } | undefined;
  logLevel: LogLevel;
  /** Origins whose pages may send queries from a browser; '*' for all. */
  corsOrigins: readonly string[];
  /** The collaboration cap: the authors of a paper with more authors than this do not become collaborators. */
  collaborationCap: number;
  /** The maximum memory for a graph in memory of a Neo4j database, in MB. Undefined: half of the machine's memory. */
  memoryGraphLimitMb: number | undefined;
  /** The maximum age of an answer from the graph in memory of a Neo4j database, in ms. */
  maxStalenessMs: number;
  /** The maximum total cost of one client's operations in a minute; 0 means no limit. */
  rateLimit: number;
  rateLimitKeys: readonly string[];
  /** The keys of the people who may make corrections over HTTP. */
  apiKeys: readonly ApiKey[];
  trustedProxies: readonly string[];
  /** Whether the server answers AI assistants at POST /mcp. */
  mcp: boolean;
  /**
   * How long the server continues to answer requests before it stops, in ms. During this time /health/ready answers
   * 503.
   */
  stopDelayMilliseconds: number;
  /** How long a stop may take before open requests are cut off, in ms. */
  stopMilliseconds: number;
  /** The interval at which the server reads its live sources, in ms. Undefined: never. */
  syncMilliseconds: number | undefined;
  sources: SourceSettings;
}

/** The error for invalid settings. Its message lists all invalid settings. */
export class SettingsError extends Error {
  constructor(issues: readonly string[]) {
    super(`These settings are invalid:\n${issues.map((issue) => `  ${issue}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/**
 * Reads the settings. An empty variable counts as not set.
 *
 * @throws SettingsError listing all invalid variables, without their values, because one of them may be a password
 */
export const readSettings = (variables: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.fromEntries(
    settingDescriptions.flatMap(([name, fallback]) => {
      const value = variables[name]?.trim() || fallback;
      return value === '' ? [] : [[name, value]];
    }),
  );
  const { success, data: read, error } = environment.safeParse(given);
  if (!success) {
    throw new SettingsError(error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  }
  return {
    port: read.PORT,
    host: read.HOST,
    directory: read.DATA_DIR,
    neo4j: neo4jSettings(read),
    logLevel: read.LOG_LEVEL,
    corsOrigins: read.CORS_ORIGINS,
    collaborationCap: read.COLLABORATION_CAP,
    memoryGraphLimitMb: read.MEMORY_GRAPH_LIMIT_MB,
    maxStalenessMs: read.MAX_STALENESS_MS,
    rateLimit: read.RATE_LIMIT ?? (isLoopback(read.HOST) ? 0 : DEFAULT_RATE_LIMIT),
    rateLimitKeys: read.RATE_LIMIT_KEYS,
    apiKeys: read.API_KEYS,
    trustedProxies: read.TRUST_PROXY,
    mcp: read.MCP,
    stopDelayMilliseconds: read.STOP_DELAY_SECONDS * 1_000,
    stopMilliseconds: read.STOP_LIMIT_SECONDS * 1_000,
    syncMilliseconds: read.SYNC_EVERY,
    sources: sourceSettings(read),
  };
};

const neo4jSettings = ({
  NEO4J_URI: uri,
  NEO4J_USERNAME: username,
  NEO4J_PASSWORD: password,
  NEO4J_DATABASE: database,
}: Environment): Settings['neo4j'] =>
  uri === undefined
    ? undefined
    : {
        uri,
        ...(username !== undefined && { username }),
        ...(password !== undefined && { password }),
        ...(database !== undefined && { database }),
      };

const sourceSettings = (read: Environment): SourceSettings => ({
  contact: read.SYNC_CONTACT,
  openAlex: { url: read.OPENALEX_URL, apiKey: read.OPENALEX_API_KEY, budgetUsd: read.OPENALEX_BUDGET_USD },
  semanticScholar: { url: read.SEMANTIC_SCHOLAR_URL, apiKey: read.SEMANTIC_SCHOLAR_API_KEY },
});
