import { parseValue } from 'graphql';
import {
  Date as DateScalar,
  DateTime,
  URL as UrlScalar,
} from '../../../src/api/subjects/scalars/resolvers.ts';
import { webAddress } from '../../../src/graph/model/webAddress.ts';

describe('scalars', () => {
  it.each([
    [DateScalar, '2024-02-29', ['2023-02-29', '2023-2-1', '2023', '2023-01-01T00:00:00Z', 20230101]],
    [
      DateTime,
      '2026-11-22T08:00:00Z',
      ['2026-11-22', '2026-11-22T08:00:00+01:00', '2026-13-22T08:00:00Z', 0],
    ],
    [UrlScalar, 'https://example.org/a?b', ['example.org', '/a', '', null]],
  ])('%s accepts valid values and refuses others, as input and as output', (scalar, good, bad) => {
    expect(scalar.serialize(good)).toBe(good);
    expect(scalar.parseValue(good)).toBe(good);
    for (const value of bad) {
      expect(() => scalar.serialize(value)).toThrow(scalar.name);
      expect(() => scalar.parseValue(value)).toThrow(scalar.name);
    }
  });

  it('names the value of a literal that is not a string', () => {
    expect(() => DateScalar.parseLiteral(parseValue('20230101'))).toThrow('20230101 is not a valid Date');
    expect(DateScalar.parseLiteral(parseValue('"2023-01-01"'))).toBe('2023-01-01');
  });

  it('accepts only http and https as web addresses', () => {
    expect(webAddress('http://example.org')).toBe('http://example.org');
    expect(['javascript:alert(1)', 'ftp://example.org', 'https://', 'nowhere', null].map(webAddress)).toEqual(
      Array(5).fill(null),
    );
  });
});
