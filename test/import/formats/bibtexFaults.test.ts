import { readText } from './readReferences.ts';

describe('a fault in a BibTeX entry', () => {
  it.each([
    '@misc{a,\n  author = "Roe, Jane,\n  title = "One",\n  year = "2009"\n}',
    '@misc{a, author={Roe, Jane, title={One}, year=2009, doi={10.1000/a}}',
    '@misc{a, doi={10.1000/a}, author={Roe, Jane, title={One}, year=2009}',
  ])('is reported, and the next field is read: %s', async (text) => {
    const { papers, dropped } = await readText('bibtex', text);
    expect(papers).toMatchObject([{ title: 'One', year: 2009, authors: [{ name: 'Jane Roe' }] }]);
    expect(dropped).toEqual([expect.stringContaining('author has no end')]);
  });

  it.each(['my key', 'smith#2020', '"quoted"', '{braced}', 'k(1)'])(
    'in the key %s loses nothing',
    async (key) => {
      const text = `@misc{${key}, author={Roe, Jane}, title={One}}\n@misc{b, title={Two}}`;
      const { papers } = await readText('bibtex', text);
      expect(papers).toMatchObject([{ title: 'One', authors: [{ name: 'Jane Roe' }] }, { title: 'Two' }]);
    },
  );
});

it('XML with less-than signs that are not escaped is read, and they are reported', async () => {
  const article = (number: number): string =>
    `<article key="journals/x/${number}"><author>A</author><title>p < 0.0${number}, 2<3, <= and <</title></article>`;
  const numbers = Array.from({ length: 3_000 }, (_, index) => index);
  const { papers, dropped } = await readText('dblp', `<dblp>\n${numbers.map(article).join('\n')}\n</dblp>`);
  expect(papers.map(({ title }) => title)).toEqual(
    numbers.map((number) => `p < 0.0${number}, 2<3, <= and <`),
  );
  expect(dropped).toHaveLength(12_000);
});

describe('XML with an ampersand that is not escaped', () => {
  it('is read, and the ampersand is reported with its line', async () => {
    const title = (number: number) =>
      `<article key="journals/x/${number}"><author>A</author><title>R & D &amp; P&L ${number}</title></article>`;
    const numbers = Array.from({ length: 5_000 }, (_, index) => index);
    const { papers, dropped } = await readText('dblp', `<dblp>\n${numbers.map(title).join('\n')}\n</dblp>`);
    expect(papers.map((paper) => paper.title)).toEqual(numbers.map((number) => `R & D & P&L ${number}`));
    expect(dropped).toHaveLength(10_000);
  });
});
