import { Deadline } from '../../../src/api/deadline.ts';

const never = () => new Promise<never>(() => undefined);

describe('a deadline', () => {
  it('ends work that is late, and lets nothing more begin', async () => {
    const deadline = new Deadline(20);
    await expect(deadline.race(never)).rejects.toMatchObject({ code: 'TIMEOUT' });
    let begun = false;
    const work = () => {
      begun = true;
      return never();
    };
    await expect(deadline.race(work)).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(begun).toBe(false);
  });

  it('leaves what is in time alone', async () => {
    const deadline = new Deadline(1_000);
    expect(await deadline.race(async () => 1)).toBe(1);
    await expect(deadline.race(() => Promise.reject(new Error('its own')))).rejects.toThrow('its own');
    deadline.end();
  });

  it('ends work for a client that is gone', async () => {
    const deadline = new Deadline(1_000);
    const late = deadline.race(never);
    deadline.abandon();
    await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' });
  });
});
