import { getMaxListeners } from 'node:events';
import { jest } from '@jest/globals';
import { Deadline } from '../../../src/api/execution/deadline.ts';

describe('a deadline', () => {
  it('aborts its signal when the time is over, with the error that callers get', async () => {
    const deadline = new Deadline(1);
    const late = deadline.race(() => new Promise<never>(() => undefined));
    await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(deadline.signal.aborted).toBe(true);
    await expect(deadline.race(() => Promise.resolve(1))).rejects.toBe(deadline.signal.reason);
  });

  it('aborts its signal when the client closes its connection', () => {
    const deadline = new Deadline(60_000);
    deadline.abandon();
    expect(deadline.signal.reason).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('closed the connection'),
    });
  });

  it('lets any number of statements listen without a warning', () => {
    const deadline = new Deadline(60_000);
    deadline.end();
    expect(getMaxListeners(deadline.signal)).toBe(Infinity);
  });

  it('does not abort its signal after the end of the operation', async () => {
    const deadline = new Deadline(1);
    deadline.end();
    await new Promise((resume) => setTimeout(resume, 5));
    expect(deadline.signal.aborted).toBe(false);
  });
  it('leaves no timer running after the end of the operation', () => {
    jest.useFakeTimers();
    try {
      const deadline = new Deadline(60_000);
      void deadline.soon;
      expect(jest.getTimerCount()).toBe(2);
      deadline.end();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
