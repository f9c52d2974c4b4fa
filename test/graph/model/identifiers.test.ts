import { checkedId } from '../../../src/graph/model/checkedId.ts';
import type { IdentifierScheme } from '../../../src/graph/model/entities.ts';
import type { EntityKind } from '../../../src/graph/model/entityKinds.ts';
import { identifierKey, identifiersOf, lookupKeys } from '../../../src/graph/model/identifiers.ts';

/** Spellings that people and programs use, by the key that each of them must give. */
const spellings: Record<string, string[]> = {
  'author:orcid:0000-0002-1694-233X': [
    '0000-0002-1694-233X',
    '0000-0002-1694-233x',
    'https://orcid.org/0000-0002-1694-233X',
    'http://www.orcid.org/0000-0002-1694-233X/',
    'orcid.org/0000-0002-1694-233X',
    'ORCID: 0000-0002-1694-233X',
    'ORCID: https://orcid.org/0000-0002-1694-233X?lang=en',
    '000000021694233X',
    '0000‐0002‐1694‐233X',
    '0000–0002–1694–233X.',
    '\u200b0000-0002-1694-233X\u00ad',
  ],
  'institution:ror:03vek6s52': [
    '03vek6s52',
    '03VEK6S52',
    'https://ror.org/03vek6s52',
    'ror.org/03vek6s52',
    'https://api.ror.org/organizations/03vek6s52',
  ],
  'paper:doi:10.1000/xyz': [
    '10.1000/xyz',
    '10.1000/XYZ',
    'doi:10.1000/xyz',
    'DOI 10.1000/xyz',
    'urn:doi:10.1000/xyz',
    'info:doi/10.1000/xyz',
    'http://dx.doi.org/10.1000/xyz',
    'https://doi.org/10.1000/xyz',
    'doi.org/10.1000/xyz',
    'https://doi.org/doi:10.1000/xyz',
    'https://doi.org/10.1000%2Fxyz',
    '10.1000%252Fxyz',
    '10.1000/xyz.',
    '(10.1000/xyz),',
    '10.1000/x\u200byz',
    '\ufeff10.1000/xyz',
    'DOI:https://doi.org/10.1000/xyz',
    '\\url{https://doi.org/10.1000/xyz}',
    '\\href{https://doi.org/10.1000/xyz}{10.1000/xyz}',
    'https://doi.org/https://doi.org/10.1000/xyz',
    'https://hdl.handle.net/10.1000/xyz',
    'https://doi-org.proxy.example.edu/10.1000/xyz',
    'https://doi.org.proxy.example.edu/10.1000/xyz',
    'https://doi.org/10.1000/xyz/',
    'doi.org/10.1000/xyz?utm_source=a&ref=https://example.org/',
    'https://doi.org/10.1000/xyz#sec1',
    'https://doi.org/10.1000/xyz/?utm_source=a#sec-1.2',
    '10.1000/XYZ; 10.1000/abc',
    'https://doi.org/10.1000/xyz https://doi.org/10.1000/abc',
    'https://dl.acm.org/doi/10.1000/xyz',
    'https://dl.acm.org/doi/pdf/10.1000/xyz?download=true',
    'https://onlinelibrary.wiley.com/doi/full/10.1000/xyz',
    'http://bpspubs.onlinelibrary.wiley.com/doi/10.1000/xyz/abstract',
    'https://link.springer.com/article/10.1000/xyz#Sec1',
    'https://link.springer.com/content/pdf/10.1000/xyz.pdf',
    'https://www.tandfonline.com/doi/abs/10.1000%2Fxyz',
  ],
  'paper:doi:10.1000/a_b': ['10.1000/a_b', '10.1000/a\\_b'],
  'paper:doi:10.1002/a3.0.co;2-#': [
    '10.1002/a3.0.CO;2-#',
    'https://doi.org/10.1002/a3.0.CO;2-#',
    'https://doi.org/10.1002/a3.0.CO;2-%23',
  ],
  // what is not certainly a part of the address stays: two papers that are one are better than one that is two
  'paper:doi:10.1000/a?b': ['10.1000/a?b', 'https://doi.org/10.1000/a?b', 'https://doi.org/10.1000/a%3Fb'],
  'paper:doi:10.1000/a#1': ['https://doi.org/10.1000/a#1', 'https://doi.org/10.1000/a%231'],
  'paper:doi:10.1000/a?b=c': ['10.1000/a?b=c', 'https://doi.org/10.1000/a%3Fb=c'],
  'paper:doi:10.1000/a/full': ['10.1000/a/full', 'https://doi.org/10.1000/a%2Ffull'],
  'paper:doi:10.1000/pdf': ['10.1000/pdf', 'https://doi.org/10.1000/pdf'],
  'paper:doi:10.1000/a(1)': ['10.1000/a(1)', '10.1000/a(1)).', '(10.1000/a(1))'],
  'paper:doi:10.1000/a;10.1000/b': ['10.1000/a;10.1000/b'],
  'paper:doi:10.1002/(sici)1097-0258(19990101)1:2<3::aid-x4>3.0.co;2-5': [
    '10.1002/(SICI)1097-0258(19990101)1:2<3::AID-X4>3.0.CO;2-5',
    '10.1002/(SICI)1097-0258(19990101)1:2&lt;3::AID-X4&gt;3.0.CO;2-5',
    '10.1002/%28SICI%291097-0258%2819990101%291:2%3C3::AID-X4%3E3.0.CO;2-5',
    'https://doi.org/10.1002/(SICI)1097-0258(19990101)1:2%3C3::AID-X4%3E3.0.CO;2-5',
  ],
  'paper:doi:10.1002/a3.0.co;2-.': ['10.1002/a3.0.CO;2-.'],
  'paper:arxiv:1706.03762': [
    '1706.03762',
    '1706.03762v5',
    'arXiv:1706.03762v5 [cs.CL]',
    'https://arxiv.org/abs/1706.03762',
    'http://www.arxiv.org/pdf/1706.03762v2.pdf',
    'https://arxiv.org/html/1706.03762v5',
    'https://export.arxiv.org/abs/1706.03762?context=cs',
    'https://www.alphaxiv.org/abs/1706.03762',
    'https://ar5iv.labs.arxiv.org/html/1706.03762',
    'hep-th/1706.03762',
    'https://doi.org/10.48550/arXiv.1706.03762',
  ],
  'paper:arxiv:math/0101999': ['math/0101999', 'math.GT/0101999v2', 'arXiv:math.GT/0101999'],
  'paper:arxiv:cond-mat/9901001': ['cond-mat/9901001', 'COND-MAT.mtrl-sci/9901001'],
  'paper:openalex:W2741809807': [
    'W2741809807',
    'w2741809807',
    'https://openalex.org/W2741809807',
    'https://openalex.org/works/w2741809807',
    'https://api.openalex.org/works/W2741809807?select=id',
    'openalex:W2741809807',
  ],
  'topic:openalex:T10181': ['T10181', 'https://openalex.org/topics/t10181'],
  'topic:openalex:subfields/1702': ['https://openalex.org/subfields/1702', 'Subfields/1702'],
  'paper:acl:P18-1001': [
    'P18-1001',
    'p18-1001',
    'https://aclanthology.org/P18-1001/',
    'https://aclanthology.org/P18-1001.pdf',
    'https://www.aclanthology.org/P18-1001v2.pdf',
    'http://aclweb.org/anthology/P18-1001',
    'https://www.aclweb.org/anthology/P/P18/P18-1001.pdf',
  ],
  'paper:acl:2020.acl-main.1': ['2020.acl-main.1', 'https://aclanthology.org/2020.acl-main.1.bib'],
  'author:acl:yang-liu-ict': ['yang-liu-ict', 'https://aclanthology.org/people/yang-liu-ict/'],
  'author:acl:wei-li/unverified': ['https://aclanthology.org/people/wei-li/unverified/'],
  'paper:dblp:conf/nips/KrizhevskySH12': [
    'conf/nips/KrizhevskySH12',
    'DBLP:conf/nips/KrizhevskySH12',
    'https://dblp.org/rec/conf/nips/KrizhevskySH12.html',
    'https://dblp.uni-trier.de/rec/bibtex/conf/nips/KrizhevskySH12.bib',
  ],
  'author:dblp:12/3456-1': ['12/3456-1', 'https://dblp.org/pid/12/3456-1.html'],
  'author:dblp:Ann%20Lee%20Jr.': ['Ann Lee Jr.', ' Ann  Lee\u200b Jr.'],
  'paper:s2:223588394': [
    '223588394',
    'CorpusID:223588394',
    'https://api.semanticscholar.org/CorpusID:223588394',
  ],
  'paper:s2sha:0a1b2c3d4e5f60718293a4b5c6d7e8f901234567': [
    '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567',
    'https://www.semanticscholar.org/paper/API-shape/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    'https://api.semanticscholar.org/graph/v1/paper/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567?fields=title',
  ],
};
const rows = Object.entries(spellings).flatMap(([key, texts]) => texts.map((text) => [text, key] as const));

const partsOf = (key: string): [EntityKind, string] => {
  const [kind, scheme] = key.split(':') as [string, string];
  return [kind.toUpperCase() as EntityKind, scheme];
};

describe('what documents and web sites add to identifiers', () => {
  it.each([
    '10.1000/abc.9 [doi]',
    '10.1000/abc.9 (accessed 2020)',
    '10.1000/abc.9 Epub 2019',
    '10.1000/ abc.9',
    '10.1000/abc.9?download=true',
    'https://doi.org/10.1000/abc.9&amp;',
    'http://doi.acm.org/10.1000/abc.9',
    'https://doi.ieeecomputersociety.org/10.1000/abc.9',
    'https://api.crossref.org/works/10.1000/abc.9',
    'https://link.springer.com/10.1000/abc.9',
    'doi：10.1000/abc.9',
    'https://doi.org/10.1000/abc.9/pdf',
    'https://doi.org/10.1000/abc.9/full/',
    'http://dx.doi.org/10.1000%2Fabc.9/abstract?cookieSet=1',
    'https://www.doi.org/10.1000/abc.9/epdf',
    'https://oadoi.org/10.1000/abc.9',
    'https://api.unpaywall.org/v2/10.1000/abc.9?email=a@example.org',
    'http://www.dx.doi.org/10.1000/abc.9',
    'https://doi.org/ 10.1000/abc.9',
    'https://doi.org/10.1000/abc.9?nosfx',
    'https://doi.org/10.1000/abc.9?nosfx=y',
    'https://doi.org/10.1000/abc.9;jsessionid=0A1B',
    'https://doi.org/10.1000/abc.9#page-2',
    'doi: 10.1000/abc.9',
    'doi:https://dx.doi.org/10.1000/abc.9',
    '[10.1000/abc.9]',
    '{10.1000/abc.9}.',
    '10.1000\\/abc.9',
    '10.1000/abc.9,)',
    'https://doi.org/10.1000/abc.9%3E',
    'https://doi.org/10.1000/abc.9%0A',
    'https%3A%2F%2Fdoi.org%2F10.1000%2Fabc.9',
  ])('is no part of a DOI: %s', (text) => {
    expect(identifierKey('PAPER', 'doi', text)).toBe('paper:doi:10.1000/abc.9');
  });

  it.each([
    ['arxiv', 'https://arxiv.org/abs/1706.03762/', 'paper:arxiv:1706.03762'],
    ['openalex', 'https://openalex.org/W123/', 'paper:openalex:W123'],
    ['s2', 'https://api.semanticscholar.org/CorpusID:12/', 'paper:s2:12'],
    ['dblp', 'https://dblp.org/rec/conf/acl/RoeM17/', 'paper:dblp:conf/acl/RoeM17'],
    ['dblp', 'http://dblp.uni-trier.de/rec/bib/conf/acl/RoeM17', 'paper:dblp:conf/acl/RoeM17'],
    ['dblp', 'https://dblp.org/rec/xml/conf/acl/RoeM17.xml', 'paper:dblp:conf/acl/RoeM17'],
  ])('is no part of an id of %s: %s', (scheme, text, key) => {
    expect(identifierKey('PAPER', scheme, text)).toBe(key);
  });
});

describe('an identifier', () => {
  it.each(rows)('%j has the key %s', (text, key) => {
    expect(identifierKey(...partsOf(key), text)).toBe(key);
  });

  it.each(Object.keys(spellings))('%s is found by the value and the URL that the server prints', (key) => {
    const [identifier] = identifiersOf([key]);
    const { scheme, value, url } = identifier!;
    expect(lookupKeys(scheme, value, partsOf(key)[0])).toContain(key);
    if (url !== null) expect(lookupKeys(scheme, url, partsOf(key)[0])).toContain(key);
  });

  it.each([
    ['AUTHOR', 'orcid', '0000-0002-1694-2330'],
    ['INSTITUTION', 'ror', '03vek6s53'],
    ['PAPER', 'doi', '10.1/short'],
    ['PAPER', 'doi', `10.1000/${'x'.repeat(600)}`],
    ['PAPER', 'doi', 'https://example.org/doi/10.1000/xyz'],
    ['PAPER', 'doi', 'https://dl.acm.org/action/doSearch?query=10.1000/xyz'],
    ['PAPER', 'arxiv', 'not-an-id'],
    ['PAPER', 'openalex', 'A1'],
    ['PAPER', 's2', '0a1b'],
    ['PAPER', 'unknown', 'x'],
  ] as const)('of a %s in the scheme %s cannot be %s', (kind, scheme, text) => {
    expect(identifierKey(kind, scheme, text)).toBeUndefined();
  });

  it('of Semantic Scholar is looked up as a corpus id, a paper id or an author id', () => {
    const scheme: IdentifierScheme = 'SEMANTIC_SCHOLAR';
    expect(lookupKeys(scheme, '88004', undefined)).toEqual(['paper:s2:88004', 'author:s2:88004']);
    expect(lookupKeys(scheme, '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567', undefined)).toEqual([
      'paper:s2sha:0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    ]);
  });
});

describe('an id from a client', () => {
  it.each([
    ['paper:doi:10.1000/XYZ', 'paper:doi:10.1000/xyz'],
    ['paper:doi:https://doi.org/10.1000/xyz', 'paper:doi:10.1000/xyz'],
    ['author:orcid:0000-0002-1694-233x', 'author:orcid:0000-0002-1694-233X'],
    ['author:jsonl-name:Mu%20One', 'author:jsonl-name:Mu%20One'],
    ['author:jsonl-name:Mu One', 'author:jsonl-name:Mu%20One'],
    ['author:acl-name:José', 'author:acl-name:Jos%C3%A9'],
    ['author:acl-name:Jos%c3%a9', 'author:acl-name:Jos%C3%A9'],
    ['author:acl-name:José%20Ruiz', 'author:acl-name:Jos%C3%A9%20Ruiz'],
    ['topic:keyword:100% José', 'topic:keyword:100%25%20Jos%C3%A9'],
  ])('%s is the id %s', (id, expected) => {
    expect(checkedId(id, 'id')).toBe(expected);
  });

  it.each(['', 'author', 'author:x', 'constructor:x:y', 'author:x:\u0000', `author:x:${'y'.repeat(600)}`])(
    '%j is rejected',
    (id) => {
      expect(() => checkedId(id, 'id')).toThrow(/is not an id/);
    },
  );

  it('of another kind is rejected', () => {
    expect(() => checkedId('paper:acl:P18-1001', 'id', 'AUTHOR')).toThrow(
      'is an id of the kind PAPER; id must be an id of the kind AUTHOR.',
    );
  });
});
