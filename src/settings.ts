import { isIP } from 'node:net';
import { z } from 'zod';

/** What can be set from outside, read once when a command begins. */
export interface Settings {
  port: number;
  host: string;
  /** Folder of the embedded store's file. */
  directory: string;
  neo4j: { uri: string; username?: string; password?: string; database?: string } | undefined;
  logLevel: LogLevel;
  /** Origins whose pages may ask; '*' alone: all. */
  corsOrigins: readonly string[];
  /** Papers with more authors make no collaborators and no partners. */
  collaborationCap: number;
  /** The most memory the graph of a Neo4j database may take, in MB; undefined: half of the machine's. */
  memoryGraphLimitMb: number | undefined;
  /** What the operations of one client may cost in a minute; 0: any amount. */
  rateLimit: number;
  rateLimitKeys: readonly string[];
  trustedProxies: readonly string[];
  /** How long a server that is told to end says that it is not ready and goes on serving, in ms. */
  stopDelayMilliseconds: number;
  /** How long a server that ends waits for what it is answering, in ms. */
  stopMilliseconds: number;
}

/** Settings that cannot be used, all faults at once. */
export class SettingsError extends Error {
  constructor(faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every variable, with what it says and what holds without it: the source of `--help`. */
export const settingDescriptions = [
  ['PORT', '4000', 'port to listen on; 0 takes a free one'],
  ['HOST', '127.0.0.1', 'address to listen on; 0.0.0.0 listens on all'],
  ['DATA_DIR', './data', 'folder of the embedded store'],
  ['NEO4J_URI', '', 'address of a Neo4j database, which then is the store: neo4j://… or bolt://…'],
  ['NEO4J_USERNAME', '', 'user of that database'],
  ['NEO4J_PASSWORD', '', 'password of that user'],
  ['NEO4J_DATABASE', '', "name of the database; without it the user's own"],
  ['LOG_LEVEL', 'info', `the least that is logged: ${logLevels.join(', ')}`],
  ['CORS_ORIGINS', '', 'origins whose pages may ask, separated by commas; * for all'],
  ['COLLABORATION_CAP', '100', 'papers with more authors make no collaborators; 2–10000'],
  [
    'MEMORY_GRAPH_LIMIT_MB',
    '',
    'Neo4j: the most memory for the graph in memory, in MB; default half of the machine; 0: none',
  ],

  ['RATE_LIMIT', '60000', "what one client's operations may cost in a minute; 0: any amount, as on loopback"],
  ['RATE_LIMIT_KEYS', '', 'keys with a limit of their own, separated by commas: authorization: Bearer <key>'],
  ['TRUST_PROXY', '', 'addresses and networks of proxies, separated by commas: they say who the client is'],
  ['STOP_DELAY_SECONDS', '0', 'at a stop, how long to be not ready and serve on, for load balancers; 0–600'],
  ['STOP_LIMIT_SECONDS', '10', 'at a stop, how long what is being answered may take; 1–600'],
] as const;

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number, ${least}–${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be ${least}–${most}`);

const isOrigin = (text: string): boolean =>
  text === '*' || (URL.canParse(text) && new URL(text).origin === text.toLowerCase());

const origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim().toLowerCase().replace(/\/$/, ''))
      .filter((origin) => origin !== ''),
  )
  .refine((list) => list.every(isOrigin), 'must be origins such as https://example.org, or *');

const commaList = z.string().transform((list) =>
  list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
);

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  const most = version === 6 ? 128 : 32;
  return (
    version !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most))
  );
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/** What a client may cost in a minute where nobody says: twelve of the dearest operations, or some hundred pages. */
const RATE_LIMIT = 60_000;

const neo4jSchemes = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^/\s]+/;

const environment = z
  .object({
    PORT: whole(0, 65_535).default(4000),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().default('./data'),
    NEO4J_URI: z
      .string()
      .regex(neo4jSchemes, 'must be the address of a Neo4j database, for instance neo4j://localhost:7687')
      .optional(),
    NEO4J_USERNAME: z.string().optional(),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().optional(),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
    CORS_ORIGINS: origins.default([]),
    COLLABORATION_CAP: whole(2, 10_000).default(100),
    MEMORY_GRAPH_LIMIT_MB: whole(0, 10_000_000).optional(),
    RATE_LIMIT: whole(0, 100_000_000).optional(),
    RATE_LIMIT_KEYS: commaList.default([]),
    TRUST_PROXY: commaList
      .refine((list) => list.every(isNetwork), 'must be addresses or networks such as 10.0.0.0/8')
      .default([]),
    STOP_DELAY_SECONDS: whole(0, 600).default(0),
    STOP_LIMIT_SECONDS: whole(1, 600).default(10),
  })
  .superRefine((read, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((read.NEO4J_USERNAME === undefined) !== (read.NEO4J_PASSWORD === undefined)) {
      fault('NEO4J_USERNAME', 'and NEO4J_PASSWORD must be given together');
    }
    if (read.NEO4J_URI !== undefined) return;
    for (const name of ['NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'] as const) {
      if (read[name] !== undefined) fault(name, 'is of no use without NEO4J_URI');
    }
  });

/**
 * Reads the settings. A variable that is empty is not set.
 *
 * @throws SettingsError naming every fault; it shows no values, one of them being a password.
 */
export const readSettings = (variables: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.fromEntries(
    settingDescriptions.flatMap(([name]) => {
      const value = variables[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
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
    rateLimit: read.RATE_LIMIT ?? (isLoopback(read.HOST) ? 0 : RATE_LIMIT),
    rateLimitKeys: read.RATE_LIMIT_KEYS,
    trustedProxies: read.TRUST_PROXY,
    stopDelayMilliseconds: read.STOP_DELAY_SECONDS * 1_000,
    stopMilliseconds: read.STOP_LIMIT_SECONDS * 1_000,
  };
};
