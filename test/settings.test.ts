import { readSettings, SettingsError } from '../src/settings.ts';

describe('settings', () => {
  it('have defaults, also for empty variables', () => {
    expect(readSettings({ PORT: '', HOST: '  ' })).toEqual({
      maxStalenessMs: 0,
      mcp: false,
      stopDelayMilliseconds: 0,
      stopMilliseconds: 10_000,
      port: 4000,
      host: '127.0.0.1',
      directory: './data',
      neo4j: undefined,
      logLevel: 'info',
      corsOrigins: [],
      collaborationCap: 100,
      rateLimit: 0,
      rateLimitKeys: [],
      apiKeys: [],
      trustedProxies: [],
      syncMilliseconds: undefined,
      sources: {
        contact: undefined,
        openAlex: { url: 'https://api.openalex.org', apiKey: undefined, budgetUsd: undefined },
        semanticScholar: { url: 'https://api.semanticscholar.org', apiKey: undefined },
      },
    });
  });

  it('are read from the variables', () => {
    expect(
      readSettings({
        PORT: '8080',
        NEO4J_URI: 'neo4j+s://example.org',
        NEO4J_USERNAME: 'reader',
        NEO4J_PASSWORD: 'secret',
        CORS_ORIGINS: 'https://a.example, http://localhost:3000/',
        COLLABORATION_CAP: '50',
      }),
    ).toMatchObject({
      port: 8080,
      neo4j: { uri: 'neo4j+s://example.org', username: 'reader', password: 'secret' },
      corsOrigins: ['https://a.example', 'http://localhost:3000'],
      collaborationCap: 50,
    });
  });

  it.each(['http://ada:secret@example.org', 'https://ada@example.org'])(
    'refuse an address of a service with a user name: %s',
    (address) => {
      for (const name of ['OPENALEX_URL', 'SEMANTIC_SCHOLAR_URL']) {
        const read = () => readSettings({ [name]: address });
        expect(read).toThrow(`${name} must not have a user name or password`);
        expect(read).not.toThrow(/secret/);
      }
    },
  );

  it('are all checked; the error lists every invalid variable and no password', () => {
    const read = () =>
      readSettings({
        PORT: '70000',
        LOG_LEVEL: 'loud',
        NEO4J_URI: 'http://example.org',
        CORS_ORIGINS: 'example.org',
        NEO4J_PASSWORD: 'secret',
      });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/PORT must be 0–65535[^]*NEO4J_URI[^]*LOG_LEVEL[^]*CORS_ORIGINS/);
    expect(read).not.toThrow(/secret/);
    expect(() => readSettings({ NEO4J_PASSWORD: 'secret' })).toThrow(
      /NEO4J_USERNAME[^]*NEO4J_PASSWORD has no effect/,
    );
  });
});
