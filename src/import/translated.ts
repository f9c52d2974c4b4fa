import type { ImportProblem } from './importProblem.ts';
import type { RecordOrigin } from './importRecord.ts';

/**
 * Calls a function that translates one record. If it throws, which is a fault of this program, only this record is lost
 * and is reported.
 */
export const translated = <Result>(translate: () => Result): Result | { problem: ImportProblem } => {
  try {
    return translate();
  } catch (error) {
    const message = `the record could not be translated, which is a fault of this program: ${String(error)}`;
    return { problem: { kind: 'failedRecord', message } };
  }
};

/** Like `translated`, but the function may make no item or several items from one record. */
export const translatedItems = <Item>(
  origin: RecordOrigin,
  translate: () => Iterable<Item>,
): (Item | { origin: RecordOrigin; problem: ImportProblem })[] => {
  const items = translated(() => [...translate()]);
  return 'problem' in items ? [{ origin, ...items }] : items;
};
