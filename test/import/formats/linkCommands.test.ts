import { identifierKeys } from '../../../src/graph/model/identifiers.ts';
import { readText } from './readReferences.ts';

const address = 'https://doi.org/10.1000/a_b';

describe('a DOI inside a link command of LaTeX', () => {
  it.each([
    `\\url{${address}}`,
    `\\href{${address}}{10.1000/a\\_b}`,
    `\\href{${address}}{\\texttt{10.1000/a\\_b}}`,
    `\\doi{10.1000/a_b}`,
  ])('is read from the field of the DOI: %s', async (value) => {
    expect(await keysOf('bibtex', `@misc{a, title={One}, doi={${value}}}`)).toEqual([
      'paper:doi:10.1000/a_b',
    ]);
    expect(await keysOf('ris', `TY  - JOUR\nTI  - One\nDO  - ${value}\nER  -\n`)).toEqual([
      'paper:doi:10.1000/a_b',
    ]);
  });

  it.each([`\\url{${address}}`, `\\href{${address}}{this page}`])(
    'is read from the field of the URL: %s',
    async (value) => {
      expect(await keysOf('bibtex', `@misc{a, title={One}, url={${value}}}`)).toEqual([
        'paper:doi:10.1000/a_b',
      ]);
      expect(await keysOf('bibtex', `@misc{a, title={One}, note={Read at ${value}.}}`)).toEqual([
        'paper:doi:10.1000/a_b',
      ]);
      expect(await keysOf('ris', `TY  - JOUR\nTI  - One\nUR  - ${value}\nER  -\n`)).toEqual([
        'paper:doi:10.1000/a_b',
      ]);
    },
  );
});

/** The keys that the papers of a text get from their identifiers. */
const keysOf = async (format: string, text: string) => {
  const { papers } = await readText(format, text);
  return papers.flatMap(({ ids }) => identifierKeys('PAPER', ids, () => undefined));
};
