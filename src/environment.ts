import { z } from 'zod';
import { logLevels } from './settingDescriptions.ts';
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

/** Checks the environment variables and converts their texts. */
export const environment = z
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

/** The checked environment variables. */
export type Environment = z.output<typeof environment>;
