import { Neo4jError } from 'neo4j-driver';
import { GraphError } from '../../../src/graph/errors.ts';
import { CircuitBreaker } from '../../../src/neo4j/connection/circuitBreaker.ts';
import { asFault, isLostConnection, isRefusal } from '../../../src/neo4j/connection/faults.ts';

/** What the driver throws. */
const thrown = (code: string): Error =>
  new Neo4jError('as the driver says it, at 10.0.0.7:7687', code, '50N42', 'error: of the test');
const fault = (code: string): Error => asFault(thrown(code), 'a statement');

const unreachable = 'The graph cannot be reached at the moment.';

describe('what the driver throws', () => {
  it.each([
    ['ServiceUnavailable', unreachable],
    ['SessionExpired', unreachable],
    ['N/A', unreachable],
    ['Neo.ClientError.Security.Unauthorized', unreachable],
    ['Neo.ClientError.Database.DatabaseNotFound', unreachable],
    ['Neo.ClientError.Cluster.NotALeader', unreachable],
    ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', unreachable],
    ['Neo.TransientError.General.DatabaseUnavailable', unreachable],
    ['Neo.TransientError.Transaction.DeadlockDetected', unreachable],
    [
      'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
      'The graph has too little memory for this. Ask for less at a time.',
    ],
  ])('%s makes the store unavailable, and shows nothing of the inside', (code, message) => {
    const said = fault(code) as GraphError;
    expect([said.code, said.message]).toEqual(['STORE_UNAVAILABLE', message]);
  });

  it.each(['Neo.ClientError.Transaction.TransactionTimedOut', 'Neo.TransientError.Transaction.Terminated'])(
    '%s is late',
    (code) => {
      expect(fault(code)).toMatchObject({ code: 'TIMEOUT' });
    },
  );

  it('of a statement that is wrong is a fault of ours', () => {
    expect(fault('Neo.ClientError.Statement.SyntaxError')).not.toBeInstanceOf(GraphError);
  });
});

describe('the breaker', () => {
  const opened = (knocks: boolean) => {
    const outages: boolean[] = [];
    let knocked = 0;
    const probePort = async (): Promise<void> => {
      knocked += 1;
      if (!knocks) throw new Error('Nothing answered.');
    };
    const breaker = new CircuitBreaker({
      probePort,
      sign: probePort,
      probe: () => new Promise<never>(() => undefined),
      onChange: (isOpen) => outages.push(isOpen),
    });
    const failing = async (code: string): Promise<void> => {
      const failure = () => Promise.reject(fault(code));
      await expect(breaker.read(failure)).rejects.toThrow();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { breaker, outages, failing, knocked: () => knocked };
  };

  it.each([
    'Neo.ClientError.Cluster.NotALeader',
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'Neo.TransientError.Transaction.DeadlockDetected',
    'Neo.ClientError.Transaction.TransactionTimedOut',
    'Neo.ClientError.Statement.SyntaxError',
    'Neo.ClientError.Security.Forbidden',
  ])('stays closed after %s, and asks nothing of the database', async (code) => {
    const { failing, outages, knocked } = opened(false);
    await failing(code);
    expect([outages, knocked()]).toEqual([[], 0]);
    expect([isLostConnection(fault(code)), isRefusal(fault(code))]).toEqual([false, false]);
  });

  it.each(['ServiceUnavailable', 'SessionExpired', 'N/A'])(
    'opens after %s where nobody answers a probePort, and not where somebody does',
    async (code) => {
      const there = opened(true);
      await there.failing(code);
      expect([there.outages, there.knocked()]).toEqual([[], 1]);
      const away = opened(false);
      await away.failing(code);
      expect(away.outages).toEqual([true]);
      await expect(away.breaker.read(async () => 'not asked')).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: unreachable,
      });
      away.breaker.close();
    },
  );

  it.each([
    'Neo.ClientError.Security.Unauthorized',
    'Neo.ClientError.Security.AuthenticationRateLimit',
    'Neo.ClientError.Database.DatabaseNotFound',
    'Neo.TransientError.General.DatabaseUnavailable',
  ])('opens after %s, which the database itself says', async (code) => {
    const { breaker, failing, outages } = opened(true);
    await failing(code);
    expect(outages).toEqual([true]);
    breaker.close();
  });

  it('tells whoever waits when it opens, but leaves writing alone', async () => {
    const { breaker, failing } = opened(false);
    const reading = breaker.read(() => new Promise<never>(() => undefined));
    let written: (outcome: string) => void = () => undefined;
    const writing = breaker.write(() => new Promise<string>((resolve) => (written = resolve)));
    await Promise.all([
      expect(reading).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }),
      failing('ServiceUnavailable'),
    ]);
    written('done');
    expect(await writing).toBe('done');
    breaker.close();
  });
});
