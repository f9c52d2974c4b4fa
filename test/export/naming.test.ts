import fc from 'fast-check';
import { fileName } from '../../src/export/fileName.ts';
import { citationKey } from '../../src/export/papers/citationKey.ts';
import { personName } from '../../src/export/papers/personName.ts';
import { entityId } from '../../src/graph/model/ids.ts';
import { hostileName } from './hostileText.ts';

describe('names of people', () => {
  it.each([
    ['Kevin Knight', { family: 'Knight', given: 'Kevin' }],
    ['Franz Josef Och', { family: 'Och', given: 'Franz Josef' }],
    ['Ludwig van Beethoven', { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }],
    [
      'Maria de los Angeles Garcia',
      { family: 'Angeles Garcia', given: 'Maria', 'non-dropping-particle': 'de los' },
    ],
    ['danah boyd', { family: 'boyd', given: 'danah' }],
    ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Martin Luther King, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Knight, Kevin', { family: 'Knight', given: 'Kevin' }],
    ['OpenAI', { literal: 'OpenAI' }],
    ['李 小龙', { literal: '李 小龙' }],
    ['Smith, John, PhD', { family: 'Smith', given: 'John', suffix: 'PhD' }],
    ['Jane Roe, PhD', { family: 'Roe', given: 'Jane', suffix: 'PhD' }],
    ['Smith, Jr., John', { family: 'Smith', given: 'John', suffix: 'Jr.' }],
    ['Dam, Piet van der', { family: 'Dam', given: 'Piet', 'non-dropping-particle': 'van der' }],
    ['Piet van der Dam', { family: 'Dam', given: 'Piet', 'non-dropping-particle': 'van der' }],
    ['ten Brink', { family: 'Brink', 'non-dropping-particle': 'ten' }],
    ['Brink, ten', { family: 'Brink', 'non-dropping-particle': 'ten' }],
    ['de Souza Jr.', { family: 'Souza', 'non-dropping-particle': 'de', suffix: 'Jr.' }],
    ['john q. public', { family: 'public', given: 'john q.' }],
    ['john quincy public', { family: 'public', given: 'john quincy' }],
    ['ludwig van beethoven', { family: 'beethoven', given: 'ludwig', 'non-dropping-particle': 'van' }],
    ['Marta De Luna', { family: 'De Luna', given: 'Marta' }],
    ['Joachim Van Den Bogaert', { family: 'Van Den Bogaert', given: 'Joachim' }],
    ['Javier De la Rosa', { family: 'De la Rosa', given: 'Javier' }],
    ['Tran, Thi Van', { family: 'Tran', given: 'Thi Van' }],
    ['Nguyen Thi Van Anh', { family: 'Anh', given: 'Nguyen Thi Van' }],
    ['Carlos Silva Neto', { family: 'Silva Neto', given: 'Carlos' }],
    ['Joao P. Neto', { family: 'Neto', given: 'Joao P.' }],
    ['Naoto Ii', { family: 'Ii', given: 'Naoto' }],
    ['Doe J, Roe K', { literal: 'Doe J, Roe K' }],
    ['Jane Doe and John Roe', { literal: 'Jane Doe and John Roe' }],
    ['Jane Doe; John Roe', { literal: 'Jane Doe; John Roe' }],
    ['The ATLAS (CERN) Team', { literal: 'The ATLAS (CERN) Team' }],
    ['Knight,', { literal: 'Knight,' }],
  ])('%s', (printed, parts) => {
    expect(personName(printed)).toEqual(parts);
  });
});

describe('citation keys', () => {
  it.each([
    ['paper:acl:P18-1001', 'acl:P18-1001'],
    ['paper:doi:10.18653/v1/p18-1001', 'doi:10.18653/v1/p18-1001'],
  ])('of %s is %s', (id, key) => {
    expect(citationKey(id)).toBe(key);
  });

  it('have only letters, digits and :./+_-, and differ for different ids', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostileName, { minLength: 2, maxLength: 6 }), (names) => {
        const ids = [
          ...new Set(
            names.map((name) => entityId('PAPER', 'seed-title', name.replace(/\p{Surrogate}/gu, '?'))),
          ),
        ];
        const keys = ids.map(citationKey);
        for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9:./+_-]{1,100}$/);
        expect(new Set(keys).size).toBe(ids.length);
      }),
    );
  });
});

describe('file names', () => {
  it.each([
    ['Collaborators of Paul Erdős', 'collaborators-of-paul-erdos.bib', 'collaborators-of-paul-erdos.bib'],
    ['Papers of 李小龙', 'papers-of.bib', 'papers-of-李小龙.bib'],
    ['../../etc/passwd', 'etc-passwd.bib', 'etc-passwd.bib'],
    ['', 'export.bib', 'export.bib'],
  ])('%s', (title, ascii, full) => {
    expect(fileName(title, 'bib')).toEqual({ ascii, full });
  });

  it('are safe for any title', () => {
    fc.assert(
      fc.property(hostileName, (title) => {
        const { ascii, full } = fileName(title, 'ris');
        expect(ascii).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*\.ris$/);
        expect(full).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\.ris$/u);
        expect(full.length).toBeLessThan(130);
      }),
    );
  });
});
