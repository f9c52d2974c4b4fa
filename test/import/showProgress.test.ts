import { jest } from '@jest/globals';
import { progressLine, showProgress } from '../../src/import/showProgress.ts';

const half = { bytesRead: 50, bytesTotal: 100, recordCount: 36985, seconds: 1.42 };

describe('the progress line', () => {
  it('has a bar that adapts to the terminal, and is shorter than its line', () => {
    expect(progressLine(half, 80)).toBe(`[${'='.repeat(20)}${' '.repeat(20)}] 50 %  36,985 records  1.4 s`);
    expect(progressLine(half, 45)).toBe('[=======       ] 50 %  36,985 records  1.4 s');
    for (let columns = 1; columns < 90; columns += 1) {
      expect(progressLine(half, columns).length).toBeLessThan(columns);
    }
  });

  it('has no bar without a terminal', () => {
    expect(progressLine(half)).toBe('50 %  36,985 records  1.4 s');
  });

  it('estimates the time that is left once the speed is known', () => {
    expect(progressLine({ ...half, seconds: 20 })).toBe('50 %  36,985 records  20.0 s  about 20 s left');
    expect(progressLine({ ...half, bytesRead: 10, seconds: 61.4 })).toMatch(/61.4 s {2}about 9 min left$/);
    expect(progressLine({ ...half, bytesRead: 1, seconds: 20 })).toMatch(/20.0 s$/);
    expect(progressLine({ ...half, bytesRead: 100, seconds: 20 })).toMatch(/20.0 s$/);
  });

  it('stays between 0 and 100 %, also without data and with growing files', () => {
    expect(progressLine({ ...half, bytesRead: 0, bytesTotal: 0 })).toMatch(/^0 %/);
    expect(progressLine({ ...half, bytesRead: 200 })).toMatch(/^100 %/);
  });
});

describe('progress output', () => {
  const outputOf = (isTTY: boolean) => {
    jest.useFakeTimers();
    const written: string[] = [];
    const end = showProgress({ isTTY, columns: 60, write: (text) => written.push(text) }, () => half);
    jest.advanceTimersByTime(10_000);
    end();
    jest.advanceTimersByTime(10_000);
    jest.useRealTimers();
    return written;
  };

  it('is redrawn on a terminal and ends its line', () => {
    const written = outputOf(true);
    expect(written.length).toBeGreaterThan(40);
    expect(written[0]).toMatch(/^\r\[=+ +\] 50 %.*\u001b\[K$/);
    expect(written.at(-1)).toBe('\n');
  });

  it('is a line every five seconds without a terminal, and a final line', () => {
    expect(outputOf(false)).toEqual(Array(3).fill('50 %  36,985 records  1.4 s\n'));
  });
});
