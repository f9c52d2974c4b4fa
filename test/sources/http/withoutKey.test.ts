import { withoutKey } from '../../../src/sources/http/withoutKey.ts';

describe('a key in the message of a service', () => {
  it.each([
    ['a+b/c%é', 'a+b/c%é'],
    ['percent-encoded', 'a%2Bb%2Fc%25%C3%A9'],
    ['percent-encoded in lower case', 'a%2bb%2fc%25%c3%a9'],
    ['percent-encoded in part', 'a+b%2Fc%%C3%A9'],
    ['percent-encoded twice', 'a%252Bb%252Fc%2525%25C3%25A9'],
    ['in Base64', Buffer.from('a+b/c%é').toString('base64')],
    ['percent-encoded also in its letters', '%61%2B%62/%63%25%C3%A9'],
  ])('is hidden: %s', (_, written) => {
    expect(withoutKey(`The key ${written} is wrong, ${written}!`, 'a+b/c%é')).toBe('The key … is wrong, …!');
  });

  it('is hidden wholly if its last character is a percent sign', () => {
    expect(withoutKey('api_key=bad%2Fk%25', 'bad/k%')).toBe('api_key=…');
  });

  it('is no pattern', () => {
    expect(withoutKey('axb', 'a.b')).toBe('axb');
  });
});
