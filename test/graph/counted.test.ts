import { counted } from '../../src/graph/counted.ts';

it.each([
  [0, '0 requests'],
  [1, '1 request'],
  [2, '2 requests'],
  [1_200, '1,200 requests'],
])('the noun after %d has the right number', (count, text) => {
  expect(counted(count, 'request')).toBe(text);
});
