import { Neo4jError } from 'neo4j-driver';
import { GraphError } from '../../../src/graph/errors.ts';
import { CircuitBreaker } from '../../../src/neo4j/connection/circuitBreaker.ts';
import { asFault, isLostConnection, isRefusal } from '../../../src/neo4j/connection/faults.ts';

/** An error as the driver throws it. */
const driverError = (code: string): Error =>
  new Neo4jError('a message that names 10.0.0.7:7687', code, '50N42', 'error: of the test');
const fault = (code: string): Error => asFault(driverError(code), 'a statement');

const unreachable = 'The graph cannot be reached at the moment.';

describe('an error of the driver', () => {
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
      'The database has too little memory for this request. Request less data at once.',
    ],
  ])('with the code %s makes the store unavailable, in a message without addresses', (code, message) => {
    const { code: errorCode, message: text } = fault(code) as GraphError;
    expect([errorCode, text]).toEqual(['STORE_UNAVAILABLE', message]);
  });

  it.each(['Neo.ClientError.Transaction.TransactionTimedOut', 'Neo.TransientError.Transaction.Terminated'])(
    'with the code %s is a timeout',
    (code) => {
      expect(fault(code)).toMatchObject({ code: 'TIMEOUT' });
    },
  );

  it('about an invalid statement is a bug of this program, not a state of the store', () => {
    expect(fault('Neo.ClientError.Statement.SyntaxError')).not.toBeInstanceOf(GraphError);
  });
});

describe('the circuit breaker', () => {
  const breakerFor = (portAnswers: boolean) => {
    const outages: boolean[] = [];
    let probes = 0;
    const probePort = async (): Promise<void> => {
      probes += 1;
      if (!portAnswers) throw new Error('Nothing answered.');
    };
    const breaker = new CircuitBreaker({
      probePort,
      beat: probePort,
      reconnect: () => new Promise<never>(() => undefined),
      onChange: (isOpen) => outages.push(isOpen),
    });
    const failWith = async (code: string): Promise<void> => {
      const failure = () => Promise.reject(fault(code));
      await expect(breaker.read(failure)).rejects.toThrow();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { breaker, outages, failWith, probes: () => probes };
  };

  it.each([
    'Neo.ClientError.Cluster.NotALeader',
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'Neo.TransientError.Transaction.DeadlockDetected',
    'Neo.ClientError.Transaction.TransactionTimedOut',
    'Neo.ClientError.Statement.SyntaxError',
    'Neo.ClientError.Security.Forbidden',
  ])('stays closed after %s, without probing the port', async (code) => {
    const { failWith, outages, probes } = breakerFor(false);
    await failWith(code);
    expect([outages, probes()]).toEqual([[], 0]);
    expect([isLostConnection(fault(code)), isRefusal(fault(code))]).toEqual([false, false]);
  });

  it.each(['ServiceUnavailable', 'SessionExpired', 'N/A'])(
    'opens after %s if the port does not answer, and stays closed if it does',
    async (code) => {
      const there = breakerFor(true);
      await there.failWith(code);
      expect([there.outages, there.probes()]).toEqual([[], 1]);
      const away = breakerFor(false);
      await away.failWith(code);
      expect(away.outages).toEqual([true]);
      await expect(away.breaker.read(async () => 'not called')).rejects.toMatchObject({
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
  ])('opens after %s, with which the database refuses to answer', async (code) => {
    const { breaker, failWith, outages } = breakerFor(true);
    await failWith(code);
    expect(outages).toEqual([true]);
    breaker.close();
  });

  it('fails waiting reads when it opens, but not writes', async () => {
    const { breaker, failWith } = breakerFor(false);
    const reading = breaker.read(() => new Promise<never>(() => undefined));
    let endWrite: (outcome: string) => void = () => undefined;
    const writing = breaker.write(() => new Promise<string>((resolve) => (endWrite = resolve)));
    await Promise.all([
      expect(reading).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }),
      failWith('ServiceUnavailable'),
    ]);
    endWrite('done');
    expect(await writing).toBe('done');
    breaker.close();
  });
});
