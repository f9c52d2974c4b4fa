import { withoutEtAl } from '../../src/import/withoutEtAl.ts';
import { readText } from './formats/readReferences.ts';

describe('authors who stand for all others', () => {
  it.each<[string, string]>([
    ['ris', 'TY  - JOUR\nTI  - A\nAU  - Roe, Jane\nAU  - et al.\nER  - \n'],
    ['ris', 'TY  - JOUR\nTI  - A\nAU  - Roe, Jane\nAU  - others\nER  - \n'],
    ['csl-json', '[{"title":"A","author":[{"family":"Roe","given":"Jane"},{"literal":"et al."}]}]'],
    ['csl-json', '[{"title":"A","author":[{"family":"Roe","given":"Jane"},{"family":"al.","given":"et"}]}]'],
    ['bibtex', '@misc{a, title={A}, author={Roe, Jane and others}}'],
    ['bibtex', '@misc{a, title={A}, author={Roe, Jane and {et al.}}}'],
    ...['Roe, Jane et al.', 'Roe, Jane, et al.', 'Jane Roe et al.'].flatMap((name): [string, string][] => [
      ['bibtex', `@misc{a, title={A}, author={${name}}}`],
      ['ris', `TY  - JOUR\nTI  - A\nAU  - ${name}\nER  - \n`],
    ]),
    ['csl-json', '[{"title":"A","author":[{"family":"Roe","given":"Jane et al."}]}]'],
    ['jsonl', '{"title":"A","authors":[{"name":"Jane Roe"},{"name":"et al"}]}'],
    ['jsonl', '{"title":"A","authors":[{"name":"Jane Roe et al."}]}'],
    ...[
      '[et al.]',
      '(et al.)',
      '<i>et al.</i>',
      '等',
      'ほか',
      'и др.',
      'u.a.',
      '& al.',
      '& others',
      '*et al.*',
      '…',
      'and 12 others',
    ].map((name): [string, string] => [
      'jsonl',
      JSON.stringify({ title: 'A', authors: [{ name: 'Jane Roe' }, { name }] }),
    ]),
    ['jsonl', '{"title":"A","authors":[{"name":"Jane Roe & al."}]}'],
    ['semantic-scholar', '{"corpusid":1,"title":"A","authors":[{"name":"Jane Roe"},{"name":"et al."}]}'],
  ])('are no people, and the list is then not complete: %s %s', async (format, content) => {
    expect((await readText(format, content)).papers).toMatchObject([
      { authors: [{ name: 'Jane Roe' }], authorListIsComplete: false },
    ]);
  });

  it('leave no list of authors if nobody else is listed', () => {
    expect(withoutEtAl({ title: 'A', authors: [{ name: 'others' }] })).toEqual({ title: 'A' });
  });

  it('are not found in names that only look alike', () => {
    const authors = ['Othersen', 'Et Alvarez', 'Al Roe', 'Et Al-Hassan'].map((name) => ({ name }));
    const listed = { title: 'A', authors: [...authors, { name: 'Others', ids: { s2: '1' } }] };
    expect(withoutEtAl(listed)).toBe(listed);
  });
});
