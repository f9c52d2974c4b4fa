import { plainText } from '../../../src/graph/text/plainText.ts';
import { join } from 'node:path';
import { anthologyId } from '../../../src/import/formats/aclAnthology/anthologyRecord.ts';
import { anthology, collection, nameVariants, paper, venues } from './anthologyFiles.ts';
import { droppedIn, folderOf, papersIn, read, skippedIn } from './readFormat.ts';

const papersOf = async (id: string, volume: string, papers: string, meta?: string) =>
  papersIn(
    await read('acl-anthology', await anthology({ [`${id}.xml`]: collection(id, volume, papers, meta) })),
  );

const authorsOf = async (authors: string) =>
  (await papersOf('P18', '1', paper('1', `<title>T</title>${authors}`)))[0]!.authors;

describe('the id of an Anthology paper', () => {
  it.each([
    ['P18', '1', '1', 'P18-1001'],
    ['W05', '17', '1', 'W05-1701'],
    ['W93', '3', '12', 'W93-0312'],
    ['C69', '1', '1', 'C69-0101'],
    ['C67', '1', '1', 'C67-1001'],
    ['D19', '1', '45', 'D19-1045'],
    ['D19', '4', '45', 'D19-4045'],
    ['D19', '50', '1', 'D19-5001'],
    ['2020.acl', 'main', '69', '2020.acl-main.69'],
  ])('is built from collection %s, volume %s and number %s: %s', (collection, volume, number, id) => {
    expect(anthologyId(collection, volume, number)).toBe(id);
  });

  it.each([
    ['P18', '1', ''],
    ['P18', 'main', '1'],
    ['P18', '1', '1000'],
    ['', '1', '1'],
    ['2020.acl', 'a b', '1'],
  ])('cannot be built from collection "%s", volume "%s" and number "%s"', (collection, volume, number) => {
    expect(anthologyId(collection, volume, number)).toBeUndefined();
  });
});

describe('a paper of the ACL Anthology', () => {
  it('has formulas with the space that follows them', async () => {
    const inside =
      '<title>Kendall’s <tex-math>\\tau</tex-math> and the <tex-math>\\ell_{1}</tex-math> norm</title>';
    const [record] = await papersOf('P18', '1', paper('1', inside));
    expect(plainText(record?.title ?? '')).toBe('Kendall’s τ and the ℓ₁ norm');
  });

  it('has texts without markup but that of formulas and with single spaces, a URL and a code URL', async () => {
    const inside = `<title>Fast <fixed-case>T</fixed-case>ext:
      <i>a <b>b</b></i> <tex-math>x^2</tex-math> &amp; more</title>
      <abstract>See <url>http://x.org</url> <![CDATA[<now>]]>.</abstract>
      <doi>10.18653/v1/P18-1001</doi><url hash="1">elsewhere</url><bibkey>k</bibkey>
      <pwccode url="https://github.com/a/b" additional="true">a/b</pwccode>`;
    expect(
      await papersOf('P18', '1', paper('1', inside), '<booktitle>B</booktitle><year>2018</year>'),
    ).toEqual([
      {
        ids: { doi: '10.18653/v1/P18-1001', acl: 'P18-1001' },
        title: 'Fast Text: a b <tex-math>x^2</tex-math> & more',
        abstract: 'See http://x.org <now>.',
        url: 'https://aclanthology.org/P18-1001',
        isRetracted: false,
        codeUrl: 'https://github.com/a/b',
        year: 2018,
        venueName: 'ACL',
        paperType: 'CONFERENCE_PAPER',
        authors: [],
      },
    ]);
  });

  it('has the year of the paper, else of the volume, else of the collection', async () => {
    const own = paper('1', '<title>T</title><year>2001</year>');
    expect((await papersOf('P00', '1', own, '<year>2000</year>'))[0]!.year).toBe(2001);
    expect((await papersOf('W05', '17', paper('1'), '<year>2006</year>'))[0]!.year).toBe(2006);
    expect((await papersOf('C65', '1', paper('1')))[0]!.year).toBe(1965);
    expect((await papersOf('C00', '1', paper('1'), '<year>soon</year>'))[0]!.year).toBe(2000);
    expect((await papersOf('2020.acl', 'main', paper('1')))[0]!.year).toBe(2020);
  });

  it('is retracted if it has a retracted element; a code element without a URL is ignored', async () => {
    const inside = '<title>T</title><retracted date="2021-08-09"/><pwccode url="" additional="true"/>';
    const [found] = await papersOf('2020.acl', 'main', paper('69', inside));
    expect(found).toMatchObject({ isRetracted: true });
    expect(found).not.toHaveProperty('codeUrl');
  });

  it('is removed if it has a removed element, which states the day and the reason', async () => {
    const inside =
      '<title>T</title><removed date="2022-03-01">At the <b>request</b> of the authors</removed>';
    expect((await papersOf('P18', '1', paper('1', inside)))[0]).toMatchObject({
      ids: { acl: 'P18-1001' },
      isRemoved: true,
      removalReason: '2022-03-01: At the request of the authors',
    });
    const [found] = await papersOf('P18', '1', paper('1', '<removed/>'));
    expect(found).toMatchObject({ isRemoved: true });
    expect(found).not.toHaveProperty('removalReason');
  });

  it('is imported without title and authors', async () => {
    expect(await papersOf('P18', '1', paper('1', '<bibkey>k</bibkey>'))).toEqual([
      expect.objectContaining({ ids: { acl: 'P18-1001' }, authors: [] }),
    ]);
  });

  it('is imported by its title if its parts do not form an id, and skipped without a title', async () => {
    const papers = paper('') + paper('x', '<bibkey>k</bibkey>') + paper('2');
    const items = await read('acl-anthology', await anthology({ 'P18.xml': collection('P18', '1', papers) }));
    const noId = (id: string): string =>
      `collection "P18", volume "1" and paper "${id}" do not form an Anthology id`;
    expect(droppedIn(items)).toEqual([noId(''), noId('x')]);
    expect(skippedIn(items)).toEqual(['6: a paper needs ids or a title, but this record has neither']);
    expect(papersIn(items)).toMatchObject([{ ids: {}, title: 'T' }, { ids: { acl: 'P18-1002' } }]);
  });
});

describe('an author of the ACL Anthology', () => {
  it('is the curated person if only one has this spelling', async () => {
    const printed = '<author><first>Anima</first><last>Anandkumar</last></author>';
    expect(await authorsOf(printed)).toEqual([
      {
        name: 'Animashree Anandkumar',
        printedName: 'Anima Anandkumar',
        alternativeNames: ['Anima Anandkumar'],
      },
    ]);
  });

  it('is identified by the id attribute, else by the name, if several people share the name', async () => {
    const name = '<first>Yang</first><last>Liu</last>';
    expect(await authorsOf(`<author>${name}</author><author id="yang-liu-ict">${name}</author>`)).toEqual([
      { name: 'Yang Liu' },
      { name: 'Yang Liu', printedName: 'Yang Liu', ids: { acl: 'yang-liu-ict' } },
    ]);
  });

  it('has the id of the curated person and the other spellings as alternative names', async () => {
    const printed =
      '<author><first> Pedro  Javier </first><last>Ortiz Sua\u0301rez</last></author><author><first>Troy</first><last>Lee</last></author>';
    expect(await authorsOf(printed)).toEqual([
      {
        name: 'Pedro Ortiz Suarez',
        printedName: 'Pedro Javier Ortiz Suárez',
        alternativeNames: ['Pedro Javier Ortiz Suárez'],
        ids: { acl: 'pedro-ortiz' },
      },
      { name: 'Bo Li', printedName: 'Troy Lee', alternativeNames: ['Troy Lee'], ids: { acl: 'bo-li-nus' } },
    ]);
  });

  it('keeps an id that is not curated, names in other scripts and printed affiliations', async () => {
    const printed = `<author id="mao-song"><first>Maosong</first><last>Sun</last><affiliation>Tsinghua
      University</affiliation><variant script="hani"><first>茂松</first><last>孙</last></variant></author>`;
    expect(await authorsOf(printed)).toEqual([
      {
        name: 'Maosong Sun',
        alternativeNames: ['孙茂松'],
        ids: { acl: 'mao-song' },
        affiliations: [{ printed: 'Tsinghua University' }],
      },
    ]);
  });

  it('may have one name part or none, in any order; editors are not authors', async () => {
    const printed = `<author><last>Sukhada</last></author><author><first/><last/></author>
      <author><last>Lin</last><first>Dekang</first></author><editor><first>E</first><last>D</last></editor>`;
    expect(await authorsOf(printed)).toEqual([{ name: 'Sukhada' }, { name: '' }, { name: 'Dekang Lin' }]);
  });
});

describe('the venue of an Anthology paper', () => {
  const venueOf = async (id: string, volume: string, others: string[] = [], inside?: string) => {
    const files = Object.fromEntries(others.map((name) => [`${name}.xml`, collection(name, '1', '')]));
    const folder = await anthology({ ...files, [`${id}.xml`]: collection(id, volume, paper('1', inside)) });
    const [found] = papersIn(await read('acl-anthology', folder));
    return [found!.venueName, found!.paperType];
  };

  it.each([
    ['2019.wmt', '1', 'WMT', 'CONFERENCE_PAPER'],
    ['2020.tacl', '1', 'TACL', 'ARTICLE'],
    ['P18', '1', 'ACL', 'CONFERENCE_PAPER'],
    ['J93', '2', 'CL', 'ARTICLE'],
    ['C69', '1', 'COLING', 'CONFERENCE_PAPER'],
    ['S13', '2', 'SemEval', 'CONFERENCE_PAPER'],
    ['2020.unheard', '1', 'A Book', 'CONFERENCE_PAPER'],
  ])('of collection %s, volume %s is %s (%s)', async (id, volume, venueName, paperType) => {
    expect(await venueOf(id, volume)).toEqual([venueName, paperType]);
  });

  it('is the series with the fewest volumes that lists the volume, not the host conference', async () => {
    expect((await venueOf('W19', '52', ['P19']))[0]).toBe('WMT');
    expect((await venueOf('W19', '25', ['P19']))[0]).toBe('LaTeCH');
    expect((await venueOf('S13', '1'))[0]).toBe('*SEM');
  });

  it('is a conference that lists the volume only if it has no other collection of that year', async () => {
    expect((await venueOf('W02', '10'))[0]).toBe('EMNLP');
    expect((await venueOf('W02', '9', ['P02']))[0]).toBe('A Book');
    expect((await venueOf('D19', '50'))[0]).toBe('A Book');
  });

  it('is the journal that the paper names, and the paper is then an article', async () => {
    const inside = '<title>T</title><journal>Baltic Journal of Modern Computing</journal>';
    expect(await venueOf('W16', '34', [], inside)).toEqual(['Baltic Journal of Modern Computing', 'ARTICLE']);
  });
});

describe('an Anthology folder', () => {
  it('may be the repository, its data folder, the xml folder or a file', async () => {
    const author = '<title>T</title><author><first>Anima</first><last>Anandkumar</last></author>';
    const folder = await folderOf({
      'data/xml/P18.xml': collection('P18', '1', paper('1', author)),
      'data/yaml/name_variants.yaml': nameVariants,
      'data/yaml/venues.yaml': venues,
    });
    for (const path of ['.', 'data', 'data/xml', 'data/xml/P18.xml']) {
      const items = await read('acl-anthology', join(folder, path));
      expect(papersIn(items)[0]).toMatchObject({
        venueName: 'ACL',
        authors: [{ name: 'Animashree Anandkumar' }],
      });
    }
  });

  it('is read without yaml, and the report says so', async () => {
    const folder = await folderOf({ 'P18.xml': collection('P18', '1', paper('1')) });
    const items = await read('acl-anthology', folder);
    expect(papersIn(items)).toEqual([expect.objectContaining({ venueName: 'A Book' })]);
    expect(droppedIn(items)).toEqual([
      expect.stringContaining('people are identified by their printed names'),
      expect.stringContaining('venues are named by their book titles'),
    ]);
  });

  it('with invalid yaml is an error', async () => {
    const folder = await folderOf({ 'xml/P18.xml': '<a/>', 'yaml/name_variants.yaml': '- {a: [' });
    await expect(read('acl-anthology', folder)).rejects.toThrow(/name_variants\.yaml is not valid YAML/);
  });
});
