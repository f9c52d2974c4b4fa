import { gzipSync } from 'node:zlib';

/** A paper to write in any format. Texts may hold mark-up as real files have it. */
export interface SamplePaper {
  /** Letters and digits; the paper gets an identifier of the format from it. */
  number: number;
  title?: string;
  abstract?: string;
  doi?: string;
  year?: string;
  authors?: string[];
  /** Whether the format says that the list of authors is cut. */
  isCut?: boolean;
  isRetracted?: boolean;
}

export interface SampleFormat {
  /** The name on the command line. */
  name: string;
  /**
   * What a file in the format can say. `noAuthors`: that a paper has no authors, by listing none. `onlyAddresses`: DOIs
   * are written as addresses, and no other text is one.
   */
  can: { abstract?: true; cutLists?: true; noAuthors?: true; retracted?: true; onlyAddresses?: true };
  files(papers: readonly SamplePaper[]): Record<string, string | Uint8Array>;
}

const lines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n');

const xml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${xml(text)}</${name}>`;

const anthologyAuthor = (name: string): string => {
  const [first = '', ...others] = name.split(' ');
  return `<author>${element('first', first)}${element('last', others.join(' '))}</author>`;
};

/** In an inverted index, each word has its positions. */
const invertedIndex = (text: string): Record<string, number[]> => {
  const index: Record<string, number[]> = {};
  for (const [position, word] of text.split(' ').entries()) (index[word] ??= []).push(position);
  return index;
};

const bibtexField = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `  ${name} = {${value}},\n`;

const risLine = (tag: string, value: string | undefined): string =>
  value === undefined ? '' : `${tag}  - ${value}\r\n`;

/** A DOI in the form of an address, which is the only one that some formats have. */
const doiAddress = (doi: string | undefined): string | undefined =>
  doi === undefined || doi === 'none'
    ? undefined
    : `https://doi.org/${doi.replace(/^(?:https:\/\/doi\.org\/|doi:)/, '')}`;

/** Files of dblp are in Latin-1 with references for all other characters. */
const inAscii = (text: string): string =>
  text.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);

/** One row for each format with files of its own. */
export const sampleFormats: readonly SampleFormat[] = [
  {
    name: 'acl-anthology',
    can: { abstract: true, noAuthors: true, retracted: true },
    files: (papers) => ({
      'json/people.json': '{}',
      'json/venues.json': '{}',
      'xml/P18.xml': `<collection id="P18"><volume id="1"><meta><booktitle>B</booktitle></meta>
${papers
  .map(
    ({ number, title, abstract, doi, year, authors = [], isRetracted }) =>
      `<paper id="${number}">${element('title', title)}${authors.map(anthologyAuthor).join('')}${element('abstract', abstract)}${element('doi', doi)}${element('year', year)}${isRetracted ? '<retracted date="2020-01-01">R</retracted>' : ''}</paper>`,
  )
  .join('\n')}
</volume></collection>`,
    }),
  },
  {
    name: 'dblp',
    can: { retracted: true, onlyAddresses: true },
    files: (papers) => ({
      'dblp.xml':
        inAscii(`<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>
${papers
  .map(
    ({ number, title, doi, year, authors = [], isRetracted }) =>
      `<article key="journals/x/A${number}"${isRetracted ? ' publtype="withdrawn"' : ''}>${authors.map((name) => element('author', name)).join('')}${element('title', title)}${element('year', year)}${element('ee', doiAddress(doi))}</article>`,
  )
  .join('\n')}
</dblp>`),
    }),
  },
  {
    name: 'openalex',
    can: { abstract: true, cutLists: true, retracted: true },
    files: (papers) => ({
      'part_000.gz': gzipSync(
        lines(
          papers.map(({ number, title, abstract, doi, year, authors = [], isCut, isRetracted }) => ({
            id: `https://openalex.org/W${number}`,
            title,
            doi,
            publication_year: year === undefined ? undefined : Number(year),
            abstract_inverted_index: abstract === undefined ? undefined : invertedIndex(abstract),
            is_authors_truncated: isCut,
            is_retracted: isRetracted,
            authorships: authors.map((name) => ({ author: { display_name: name }, raw_author_name: name })),
          })),
        ),
      ),
    }),
  },
  {
    name: 'semantic-scholar',
    can: { abstract: true },
    files: (papers) => ({
      'papers.jsonl': lines(
        papers.map(({ number, title = null, abstract, doi, year, authors = [] }) => ({
          corpusId: number,
          title,
          abstract,
          externalIds: { DOI: doi },
          year: year === undefined ? undefined : Number(year),
          authors: authors.map((name) => ({ authorId: null, name })),
        })),
      ),
    }),
  },
  {
    name: 'jsonl',
    can: { abstract: true, cutLists: true, noAuthors: true, retracted: true },
    files: (papers) => ({
      'papers.jsonl': lines(
        papers.map(({ number, title, abstract, doi, year, authors = [], isCut, isRetracted }) => ({
          ids: { s2: String(number), doi },
          title,
          abstract,
          year: year === undefined ? undefined : Number(year),
          isRetracted,
          authorListIsComplete: isCut ? false : undefined,
          authors: authors.map((name) => ({ name })),
        })),
      ),
    }),
  },
  {
    name: 'bibtex',
    can: { abstract: true, cutLists: true, retracted: true },
    files: (papers) => ({
      'refs.bib': papers
        .map(
          ({
            number,
            title,
            abstract,
            doi,
            year,
            authors = [],
            isCut,
            isRetracted,
          }) => `@article{s2:${number},
${bibtexField('title', title)}${bibtexField('abstract', abstract)}${bibtexField('doi', doi)}${bibtexField('year', year)}${bibtexField('author', [...authors, ...(isCut ? ['others'] : [])].join(' and ') || undefined)}${bibtexField('note', isRetracted ? 'Retracted.' : undefined)}}\n`,
        )
        .join('\n'),
    }),
  },
  {
    name: 'ris',
    can: { abstract: true, cutLists: true, retracted: true },
    files: (papers) => ({
      'refs.ris': papers
        .map(({ number, title, abstract, doi, year, authors = [], isCut, isRetracted }) =>
          [
            risLine('TY', 'JOUR'),
            risLine('ID', `s2:${number}`),
            risLine('TI', title),
            risLine('AB', abstract),
            risLine('DO', doi),
            risLine('PY', year),
            ...authors.map((name) => risLine('AU', name)),
            risLine('N1', isCut ? `The first ${authors.length} authors are listed.` : undefined),
            risLine('N1', isRetracted ? 'Retracted.' : undefined),
            'ER  - \r\n',
          ].join(''),
        )
        .join(''),
    }),
  },
  {
    name: 'csl-json',
    can: { abstract: true, cutLists: true, retracted: true },
    files: (papers) => ({
      'refs.json': JSON.stringify(
        papers.map(({ number, title, abstract, doi, year, authors = [], isCut, isRetracted }) => ({
          id: `s2:${number}`,
          type: 'article-journal',
          title,
          abstract,
          DOI: doi,
          issued: year === undefined ? undefined : { 'date-parts': [[Number(year)]] },
          author: authors.map((name) => ({ literal: name })),
          note: isRetracted
            ? 'Retracted.'
            : isCut
              ? `The first ${authors.length} authors are listed.`
              : undefined,
        })),
      ),
    }),
  },
];
