import type { ImportRecord, PaperRecord } from '../../../src/import/importRecord.ts';

/*
 * Two circles of people, for questions about how they hang together. Ann wrote with Ben (twice) and Cat, both of whom
 * wrote with Dan; Cat, Dan and Eva wrote a paper together, and Dan and Eva another one:
 *
 *   Ann = Ben – Dan = Eva
 *     \  ____/  ___/
 *      Cat ____/
 *
 * Fay and Gil wrote with nobody else, and a ring of people each with the two beside them.
 */

const paper = (number: number, names: string[], topics: string[] = []): PaperRecord => ({
  ids: { doi: `10.1000/${number}` },
  title: `Paper of ${number}`,
  year: number,
  authors: names.map((name) => ({
    name,
    ...(name === 'Ann' && { ids: { orcid: '0000-0002-1825-0097', dblp: 'a/Ann' } }),
    ...(name === 'Eva' && {
      affiliations: [{ name: 'Institute', ids: { ror: '01y9bpm73' }, countryCode: 'DE' }],
    }),
  })),
  topics: topics.map((name) => ({ name, level: 'TOPIC' })),
});

const RING = 24;
const inRing = (index: number): string => `Ring ${String(index % RING).padStart(2, '0')}`;

export const circles: { records: ImportRecord[]; collaborationCap: number } = {
  collaborationCap: 100,
  records: [
    paper(1999, ['Ann', 'Ben'], ['graphs', 'logic']),
    paper(2001, ['Ann', 'Ben'], ['graphs']),
    paper(2002, ['Ann', 'Cat'], ['logic']),
    paper(2003, ['Ben', 'Dan'], ['graphs']),
    paper(2004, ['Cat', 'Dan', 'Eva'], ['logic', 'sets']),
    paper(2005, ['Dan', 'Eva'], ['sets']),
    paper(2006, ['Fay', 'Gil'], ['music']),
    ...Array.from({ length: RING }, (_, index) =>
      paper(3000 + index, [inRing(index), inRing(index + 1)], ['rings']),
    ),
  ],
};

const author = (name: string): string => `author:drawn-name:${name}`;
export const ANN = 'author:orcid:0000-0002-1825-0097';
export const ANN_TOO = 'author:dblp:a/Ann';
export const BEN = author('Ben');
export const CAT = author('Cat');
export const DAN = author('Dan');
export const EVA = author('Eva');
export const FAY = author('Fay');
export const INSTITUTE = 'institution:ror:01y9bpm73';
export const GRAPHS = 'topic:topic:graphs';
export const LOGIC = 'topic:topic:logic';
export const SETS = 'topic:topic:sets';
export const MUSIC = 'topic:topic:music';
export const paperOf = (number: number): string => `paper:doi:10.1000/${number}`;
