import { gzipSync } from 'node:zlib';
import { anthology, collection, paper } from './anthologyFiles.ts';
import { plainText } from '../../../src/graph/text/plainText.ts';
import { droppedIn, papersIn, read, skippedIn } from './readFormat.ts';

describe('invalid XML', () => {
  const valid = collection('P19', '1', paper('1'));
  const bomb = `<!DOCTYPE c [<!ENTITY a "${'x'.repeat(99)}"><!ENTITY b "&a;&a;">]><collection id="P18"/>`;
  it.each<[string, string | Uint8Array, RegExp, number]>([
    ['cut short', collection('P18', '1', paper('1') + '<paper id="2"><title>T'), /^\d+: .*tag/, 1],
    [
      'with tags crossed',
      collection('P18', '1', paper('1') + '<paper id="2"><title>T</paper>'),
      /^6: .*; the rest/,
      1,
    ],
    ['with entities of its own', bomb, /^1: the file declares entities of its own/, 0],
    ['nested without end', `<collection>${'<a>'.repeat(50)}`, /elements nest deeper than 40/, 0],
    ['without a tag for megabytes', `<collection id="${'x'.repeat(5_000_000)}`, /no tag ends within/, 0],
    [
      'with a text without end',
      collection('P18', '1', paper('1', `<title>${'<i>xxxxxxxx</i>'.repeat(600_000)}`)),
      /a text has more than/,
      0,
    ],
    ['of another kind', '<html></html>', /expected a <collection>, found <html>/, 0],
    [
      'in another encoding',
      `<?xml version="1.0" encoding="ISO-8859-1"?><collection/>`,
      /the encoding is ISO-8859-1/,
      0,
    ],
    [
      'not in UTF-8',
      Buffer.from('<collection id="\xe9"/>', 'latin1'),
      /the file is not UTF-8 near this line/,
      0,
    ],
    ['in a cut gzip', gzipSync(valid).subarray(0, 60), /the gzip is damaged here/, 0],
    ['that is empty', '', /document must contain a root element/, 0],
  ])(
    '%s is reported with its line; papers before it and other files are imported',
    async (_, content, reason, kept) => {
      const items = await read('acl-anthology', await anthology({ 'P18.xml': content, 'P19.xml': valid }));
      expect(skippedIn(items)).toEqual([expect.stringMatching(reason)]);
      expect(papersIn(items)).toHaveLength(kept + 1);
    },
  );

  it.each([
    ['an unknown entity', 'A &nbsp;&bomb; B', 'A \u00a0&bomb; B'],
    ['a character that XML does not allow', 'A\u0007B', 'A B'],
    ['an impossible character reference', 'A &#0; B', 'A &#0; B'],
  ])('costs the text with %s at most', async (_, title, expected) => {
    const content = collection('P18', '1', paper('1', `<title>${title}</title>`) + paper('2'));
    const items = await read(
      'acl-anthology',
      await anthology({ 'P18.xml': `<!DOCTYPE collection SYSTEM "x.dtd">${content.slice(38)}` }),
    );
    expect(skippedIn(items)).toEqual([]);
    expect(papersIn(items).map((each) => plainText(each.title ?? ''))).toEqual([plainText(expected), 'T']);
    expect(droppedIn(items)[0]).toMatch(/^the XML has an error: /);
  });

  it('is distinguished from gzip by its content', async () => {
    expect(
      papersIn(await read('acl-anthology', await anthology({ 'P19.xml': gzipSync(valid) }))),
    ).toHaveLength(1);
  });
});
