import { hasOnlyInitials } from '../../../src/graph/identity/hasOnlyInitials.ts';
import { identificationOf } from '../../../src/graph/identity/identification.ts';

describe('hasOnlyInitials', () => {
  it.each([
    'J. Smith',
    'J Smith',
    'J.P. Martin',
    'J.-P. Martin',
    'Smith, J.',
    'Smith J',
    'Yu. Ivanov',
    'É. Dupont',
    'J. van der Berg',
    'J. Smith Jr.',
    'А. Иванов',
  ])('%s is initials and a family name', (name) => {
    expect(hasOnlyInitials(name)).toBe(true);
  });

  it.each([
    'Ada Lovelace',
    'Ada',
    'J.',
    'J. Robert Oppenheimer',
    'Ada K. Lovelace',
    'Xu Li',
    '王 伟',
    '김 철수',
    '',
  ])('"%s" is not initials and a family name', (name) => {
    expect(hasOnlyInitials(name)).toBe(false);
  });
});

describe('identificationOf', () => {
  it('names the identifier before the name, and does not take a name key for an identifier', () => {
    const name = 'J. Smith';
    expect(identificationOf({ keys: ['author:openalex:A1'], name })).toBe('IDENTIFIER');
    expect(identificationOf({ keys: ['author:a-name:J.%20Smith'], name })).toBe('INITIALS');
    expect(identificationOf({ keys: ['author:a-name:Jo%20Smith'], name: 'Jo Smith' })).toBe('FULL_NAME');
    expect(identificationOf({ keys: ['author:curated:1'], name })).toBe('CURATED');
  });
});
