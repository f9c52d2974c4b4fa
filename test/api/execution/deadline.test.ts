import { getMaxListeners } from 'node:events';
import { Deadline } from '../../../src/api/execution/deadline.ts';

describe('a deadline', () => {
  it('tells the store to stop when time is up, with the error that callers get', async () => {
    const deadline = new Deadline(1);
    const late = deadline.race(() => new Promise<never>(() => undefined));
    await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(deadline.signal.aborted).toBe(true);
    await expect(deadline.race(() => Promise.resolve(1))).rejects.toBe(deadline.signal.reason);
  });

  it('tells the store to stop when the client has left', () => {
    const deadline = new Deadline(60_000);
    deadline.abandon();
    expect(deadline.signal.reason).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('left'),
    });
  });

  it('may be listened to by any number of statements without a warning', () => {
    const deadline = new Deadline(60_000);
    deadline.end();
    expect(getMaxListeners(deadline.signal)).toBe(Infinity);
  });

  it('tells nothing once the operation is over', async () => {
    const deadline = new Deadline(1);
    deadline.end();
    await new Promise((resume) => setTimeout(resume, 5));
    expect(deadline.signal.aborted).toBe(false);
  });
});
