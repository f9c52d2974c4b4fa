import { tooSlow } from './faults.ts';

/**
 * A promise that ends in time, well or with TIMEOUT: the driver's own can stay pending for ever on a database that
 * fell silent.
 */
export const within = async <Result>(
  work: Promise<Result>,
  milliseconds: number,
  onLate: () => void = () => undefined,
): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onLate();
      reject(tooSlow());
    }, milliseconds);
  });
  work.catch(() => undefined); // whatever becomes of it once nobody waits
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
