import { z } from 'zod';
import type { ApiKey } from './api/access/apiKey.ts';
import {
  apiKeys,
  commaList,
  dollars,
  headerText,
  interval,
  neo4jAddress,
  networks,
  origins,
  trueOrFalse,
  webAddress,
  wholeNumber,
} from './settingTypes.ts';
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
  /** The maximum number of authors with which a paper makes its authors collaborators. */
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
  /** How often the server reads its live sources, in ms. Undefined: never. */
  syncMilliseconds: number | undefined;
  sources: SourceSettings;
}

/** The error for invalid settings. Its message lists all of them. */
export class SettingsError extends Error {
  constructor(issues: readonly string[]) {
    super(`These settings are invalid:\n${issues.map((issue) => `  ${issue}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The default of RATE_LIMIT: the cost per minute of one client. It allows twelve of the most expensive operations. */
const RATE_LIMIT = 60_000;

/**
 * Each environment variable with its default and its description. An empty default means that there is none, or that
 * the description states it.
 */
export const settingDescriptions = [
  ['PORT', '4000', 'port to listen on; 0 chooses a free port'],
  ['HOST', '127.0.0.1', 'address to listen on; 0.0.0.0 for all addresses'],
  ['DATA_DIR', './data', 'folder of the embedded store, and for the saved in-memory graph of Neo4j'],
  ['NEO4J_URI', '', 'use a Neo4j database as the store: its address, neo4j://… or bolt://…'],
  ['NEO4J_USERNAME', '', 'user of the Neo4j database'],
  ['NEO4J_PASSWORD', '', 'password of the Neo4j user'],
  ['NEO4J_DATABASE', '', 'name of the Neo4j database; default: the home database of the user'],
  ['LOG_LEVEL', 'info', `lowest level that is logged: ${logLevels.join(', ')}`],
  ['CORS_ORIGINS', '', 'origins whose pages may send queries, separated by commas; * for all'],
  [
    'COLLABORATION_CAP',
    '100',
    'authors of a paper with more authors than this are not collaborators; 2–10000',
  ],
  [
    'MEMORY_GRAPH_LIMIT_MB',
    '',
    'most memory for the in-memory graph of Neo4j, in MB; 0 for no such graph; default: half of the memory',
  ],
  [
    'MAX_STALENESS_MS',
    '0',
    'age that answers from the in-memory graph of Neo4j may have, in ms; 0: each request checks the stored version',
  ],
  [
    'RATE_LIMIT',
    '',
    `cost that one client may use in a minute; 0 for no limit; default: ${RATE_LIMIT}, on loopback 0`,
  ],
  [
    'RATE_LIMIT_KEYS',
    '',
    'API keys with a rate limit of their own, separated by commas; sent as Authorization: Bearer <key>',
  ],
  ['API_KEYS', '', 'keys of those who may make corrections over HTTP, as the command "keys new" prints them'],
  [
    'TRUST_PROXY',
    '',
    'proxies whose X-Forwarded-For is trusted: addresses and networks, separated by commas',
  ],
  ['SYNC_EVERY', '', 'how often the server reads its live sources, for example 24h; default: never'],
  ['SYNC_CONTACT', '', 'your e-mail address or web page, which is sent to live sources'],
  ['OPENALEX_API_KEY', '', 'key for OpenAlex, free at openalex.org/settings/api'],
  ['OPENALEX_BUDGET_USD', '', 'most to spend at OpenAlex in a day; default: what it gives for free'],
  ['OPENALEX_URL', 'https://api.openalex.org', 'address of the API of OpenAlex'],
  ['SEMANTIC_SCHOLAR_API_KEY', '', 'key for Semantic Scholar'],
  ['SEMANTIC_SCHOLAR_URL', 'https://api.semanticscholar.org', 'address of the API of Semantic Scholar'],
  ['MCP', 'false', 'true: answer AI assistants at POST /mcp (Model Context Protocol)'],
  ['STOP_DELAY_SECONDS', '0', 'at a stop, time to serve on while /health/ready answers 503; 0–600'],
  ['STOP_LIMIT_SECONDS', '10', 'at a stop, time after which open requests are cut off; 1–600'],
] as const;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

const environment = z
  .object({
    PORT: wholeNumber(0, 65_535),
    HOST: z.string(),
    DATA_DIR: z.string(),
    NEO4J_URI: neo4jAddress.optional(),
    NEO4J_USERNAME: z.string().optional(),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().optional(),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`),
    CORS_ORIGINS: origins.default([]),
    COLLABORATION_CAP: wholeNumber(2, 10_000),
    MEMORY_GRAPH_LIMIT_MB: wholeNumber(0, 10_000_000).optional(),
    MAX_STALENESS_MS: wholeNumber(0, 3_600_000),
    RATE_LIMIT: wholeNumber(0, 100_000_000).optional(),
    RATE_LIMIT_KEYS: commaList.default([]),
    API_KEYS: apiKeys.default([]),
    TRUST_PROXY: networks.default([]),
    SYNC_EVERY: interval.optional(),
    SYNC_CONTACT: headerText.optional(),
    OPENALEX_API_KEY: headerText.optional(),
    OPENALEX_BUDGET_USD: dollars.optional(),
    OPENALEX_URL: webAddress,
    SEMANTIC_SCHOLAR_API_KEY: headerText.optional(),
    SEMANTIC_SCHOLAR_URL: webAddress,
    MCP: trueOrFalse,
    STOP_DELAY_SECONDS: wholeNumber(0, 600),
    STOP_LIMIT_SECONDS: wholeNumber(1, 600),
  })
  .superRefine((read, context) => {
    const addIssue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((read.NEO4J_USERNAME === undefined) !== (read.NEO4J_PASSWORD === undefined)) {
      addIssue('NEO4J_USERNAME', 'and NEO4J_PASSWORD must be set together');
    }
    if (read.NEO4J_URI !== undefined) return;
    for (const name of ['NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'] as const) {
      if (read[name] !== undefined) addIssue(name, 'has no effect without NEO4J_URI');
    }
  });

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
  const {
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
  } = read;
  return {
    port: read.PORT,
    host: read.HOST,
    directory: read.DATA_DIR,
    neo4j:
      uri === undefined
        ? undefined
        : {
            uri,
            ...(username !== undefined && { username }),
            ...(password !== undefined && { password }),
            ...(database !== undefined && { database }),
          },
    logLevel: read.LOG_LEVEL,
    corsOrigins: read.CORS_ORIGINS,
    collaborationCap: read.COLLABORATION_CAP,
    memoryGraphLimitMb: read.MEMORY_GRAPH_LIMIT_MB,
    maxStalenessMs: read.MAX_STALENESS_MS,
    rateLimit: read.RATE_LIMIT ?? (isLoopback(read.HOST) ? 0 : RATE_LIMIT),
    rateLimitKeys: read.RATE_LIMIT_KEYS,
    apiKeys: read.API_KEYS,
    trustedProxies: read.TRUST_PROXY,
    mcp: read.MCP,
    stopDelayMilliseconds: read.STOP_DELAY_SECONDS * 1_000,
    stopMilliseconds: read.STOP_LIMIT_SECONDS * 1_000,
    syncMilliseconds: read.SYNC_EVERY,
    sources: {
      contact: read.SYNC_CONTACT,
      openAlex: {
        url: read.OPENALEX_URL,
        apiKey: read.OPENALEX_API_KEY,
        budgetUsd: read.OPENALEX_BUDGET_USD,
      },
      semanticScholar: { url: read.SEMANTIC_SCHOLAR_URL, apiKey: read.SEMANTIC_SCHOLAR_API_KEY },
    },
  };
};
