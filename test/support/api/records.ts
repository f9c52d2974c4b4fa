import type { ImportRecord, RecordAffiliation, RecordAuthor } from '../../../src/import/importRecord.ts';

/*
 * A small graph that every answer can be worked out from by hand. Ada wrote with Bo (twice) and with Cy; Dee wrote
 * alone; the big paper has too many authors for a cap of 4.
 */

const gottingen: RecordAffiliation = {
  printed: 'Dept. of Maths, Göttingen',
  name: 'Universität Göttingen',
  ids: { ror: '01y9bpm73' },
  institutionType: 'EDUCATION',
  countryCode: 'DE',
  city: 'Göttingen',
};
const lab: RecordAffiliation = { name: 'The Lab', countryCode: 'FR', institutionType: 'COMPANY' };

const ada: RecordAuthor = {
  name: 'Ada Løvelace',
  printedName: 'A. Løvelace',
  ids: { orcid: '0000-0002-1825-0097' },
  corresponding: true,
  affiliations: [gottingen],
};
const bo: RecordAuthor = { name: 'Bo Erdős', ids: { dblp: 'e/BoErdos' }, affiliations: [lab] };
const cy: RecordAuthor = { name: 'Cy Noether' };

export const records: ImportRecord[] = [
  { record: 'topic', name: 'Mathematics', level: 'FIELD' },
  { record: 'topic', name: 'Graphs', level: 'TOPIC', broader: [{ name: 'Mathematics', level: 'FIELD' }] },
  {
    ids: { doi: '10.1000/one' },
    title: 'On Graphs',
    abstract: 'Graphs are drawn.',
    date: '2020-05-01',
    paperType: 'ARTICLE',
    venueName: 'Annals',
    url: 'nowhere: really',
    codeUrl: 'https://example.org/code',
    citationCount: 12,
    authors: [ada, bo],
    topics: [{ name: 'Graphs', level: 'TOPIC', score: 0.75 }],
  },
  {
    ids: { doi: '10.1000/two' },
    title: 'More on Graphs',
    year: 2021,
    paperType: 'PREPRINT',
    venueName: 'arXiv',
    citationCount: 3,
    authors: [{ ...ada, corresponding: false }, bo, cy],
    topics: [
      { name: 'Graphs', level: 'TOPIC' },
      { name: 'logic', level: 'KEYWORD' },
    ],
    references: ['doi:10.1000/one'],
  },
  { ids: { doi: '10.1000/three' }, title: 'Alone', year: 1999, authors: [{ name: 'Dee Solo' }] },
  {
    ids: { doi: '10.1000/big' },
    title: 'Everyone',
    year: 2019,
    authors: [ada, cy, { name: 'Eve' }, { name: 'Fay' }, { name: 'Gus' }],
    references: ['doi:10.1000/one', 'doi:10.1000/three'],
  },
];

export const collaborationCap = 4;
export const ADA = 'author:orcid:0000-0002-1825-0097';
export const BO = 'author:dblp:e/BoErdos';
export const CY = 'author:drawn-name:Cy%20Noether';
export const DEE = 'author:drawn-name:Dee%20Solo';
export const ONE = 'paper:doi:10.1000/one';
export const TWO = 'paper:doi:10.1000/two';
export const BIG = 'paper:doi:10.1000/big';
export const GOTTINGEN = 'institution:ror:01y9bpm73';
