interface LabelPart {
  part: string;
  isMatch: boolean;
}

/** Splits a label into the beginnings of words that a search text matches, and the rest. */
export const matchedParts = (label: string, text: string): LabelPart[] => {
  const prefixes = words(text).map(({ word }) => fold(word));
  const parts: LabelPart[] = [];
  let end = 0;
  for (const { word, index } of words(label)) {
    const folded = fold(word);
    const length = Math.max(
      0,
      ...prefixes.filter((each) => folded.startsWith(each)).map((each) => each.length),
    );
    if (length === 0) continue;
    // `fold` does not change the number of letters, because labels are in the composed Unicode form (NFC).
    const match = Array.from(word).slice(0, length).join('');
    parts.push({ part: label.slice(end, index), isMatch: false }, { part: match, isMatch: true });
    end = index + match.length;
  }
  return [...parts, { part: label.slice(end), isMatch: false }].filter(({ part }) => part !== '');
};

export const words = (text: string): { word: string; index: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({ word, index }));

/** Removes case and accents, because the search ignores them. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
