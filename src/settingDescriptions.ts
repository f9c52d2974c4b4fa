export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The default of RATE_LIMIT: the cost per minute of one client. It allows twelve of the most expensive operations. */
export const DEFAULT_RATE_LIMIT = 60_000;

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
    `cost that one client may use in a minute; 0 for no limit; default: ${DEFAULT_RATE_LIMIT}, on loopback 0`,
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
  ['OPENALEX_BUDGET_USD', '', 'most to spend at OpenAlex in a day, in US dollars; default: what is free'],
  ['OPENALEX_URL', 'https://api.openalex.org', 'address of the API of OpenAlex'],
  ['SEMANTIC_SCHOLAR_API_KEY', '', 'key for Semantic Scholar'],
  ['SEMANTIC_SCHOLAR_URL', 'https://api.semanticscholar.org', 'address of the API of Semantic Scholar'],
  ['MCP', 'false', 'true: answer AI assistants at POST /mcp (Model Context Protocol)'],
  [
    'STOP_DELAY_SECONDS',
    '0',
    'at a stop, time in which requests are still answered, but /health/ready answers 503; 0–600',
  ],
  ['STOP_LIMIT_SECONDS', '10', 'at a stop, time after which open requests are cut off; 1–600'],
] as const;
