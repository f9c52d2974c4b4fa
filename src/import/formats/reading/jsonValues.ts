import type { RecordOrigin, SourceItem } from '../../importRecord.ts';
import { JsonSplitter, type JsonItem } from './jsonSplitter.ts';
import { parsedJson } from './parsedJson.ts';
import { separateItems } from './separateItems.ts';

/** The values of a text with one JSON value or several, and what is wrong with it. */
export function* valuesIn(origin: RecordOrigin, text: string): Generator<SourceItem> {
  const whole = parsedJson(text);
  const documents = 'problem' in whole ? documentsIn(text) : undefined;
  for (const parsed of documents?.map(parsedJson) ?? [whole]) {
    if ('problem' in parsed) yield { origin, problem: parsed.problem };
    else {
      if (parsed.repair) yield { origin, problem: parsed.repair };
      yield { origin, value: parsed.value };
    }
  }
}

/** The documents side by side on a line, perhaps with commas; undefined if some of the text is not JSON. */
export const documentsIn = (text: string): string[] | undefined => {
  const splitter = new JsonSplitter('documents', Infinity);
  const documents = splitter.add({ line: 1, text }).map((item) => item.text);
  const areWhole = splitter.isComplete && documents.length > 0;
  return areWhole && documents.every((each) => 'value' in parsedJson(each)) ? documents : undefined;
};

/** The texts of the items of a list with their places. Of several items on a line, each has its position in the list. */
interface PlacedText {
  origin: RecordOrigin;
  text: string;
}

/**
 * Gives the items of a list their places, and separates a broken item from those after it on its line.
 *
 * @param before how many items of the list precede these
 */
export const placedTexts = (file: string, items: readonly JsonItem[], before = 0): PlacedText[] => {
  const parts = items.flatMap(({ line, text }) => partsOf(text).map((part) => ({ line, text: part })));
  const counts = new Map<number, number>();
  for (const { line } of parts) counts.set(line, (counts.get(line) ?? 0) + 1);
  return parts.map(({ line, text }, index) => ({
    origin: { file, line, ...(counts.get(line) !== 1 && { item: before + index + 1 }) },
    text,
  }));
};

/** The item itself or, if it is broken, the item and those that follow it in its text. */
export const partsOf = (text: string): string[] =>
  'value' in parsedJson(text) || documentsIn(text) || !text.startsWith('{') ? [text] : separateItems(text);
