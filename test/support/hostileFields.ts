import fc from 'fast-check';
import type { Json } from './richFormats/richFormat.ts';

type Path = readonly (string | number)[];

/** Every place in a value but the value itself. */
export const placesIn = (value: Json, path: Path = []): Path[] => {
  const inside: [string | number, Json][] = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return inside.flatMap(([name, each]) => [[...path, name], ...placesIn(each, [...path, name])]);
};

const hostileTexts: readonly string[] = [
  ...['', ' ', '-', '?', 'null', 'NaN', 'x', '[object Object]', '__proto__', '0', '-1', '1e999', '½'],
  ...[
    '0000-00-00',
    '9999-12-31',
    '2023-02-30',
    '2020-13-01',
    '0000',
    '9999',
    '3013',
    '20',
    '2020a',
    '2020/00/00',
  ],
  ...[
    '\u0000',
    '\u0007x',
    '\u200b',
    '\ufeffx',
    '\u202ex\u202c',
    '\ud800',
    'e\u0301',
    '\u{1f600}',
    '张伟明',
    'a\nb\r\nc',
  ],
  ...[
    '&amp;amp;lt;b&amp;amp;gt;',
    '&lt;i&gt;x&lt;/i&gt;',
    '<i>x',
    '<math><mi>',
    '&unknown;',
    '&#0;',
    '&#x110000;',
  ],
  ...[
    '{',
    '}',
    '\\',
    '$',
    '%',
    '"',
    '{x}}',
    '\\input{x}',
    '$\\input{x}$',
    '$x_1$',
    '@article{x',
    'ER  - ',
    'TY  - JOUR',
  ],
  ...[
    '10.1000/',
    'doi:',
    'https://doi.org/',
    'https://doi.org/10.1000/%',
    'http://[',
    'javascript:x',
    '//x',
    'A5 W7',
  ],
  ...['0000-0000-0000-0000', '0000-0002-1825-0098', ' and ', ', , ,', 'others', 'et al.', ';;;', 'a,b,c,d,e'],
  'x'.repeat(7_000),
  '{'.repeat(3_000),
  `10.1000/${'y'.repeat(3_000)}`,
  'ä'.repeat(1_100),
  'x, '.repeat(1_500),
];

export const hostileValues: readonly Json[] = [
  ...[null, true, false, 0, -1, -3_000, 1.5, 3_000_000_000, 2 ** 53, 1e308, 9999, 20200203],
  ...([
    [],
    {},
    [[]],
    [{}],
    [null],
    ['x'],
    ['', ''],
    [1, 2],
    { a: 1 },
    { id: {} },
    { name: [] },
    { toString: 1 },
  ] as Json[]),
  ...hostileTexts,
  hostileTexts.slice(0, 30),
];

/** One change of a record: a hostile value, no value, or the value twice, in a list or in an object. */
export interface FieldChange {
  place: number;
  change: { value: Json } | 'removed' | 'twice' | 'listed' | 'inside';
}

export const fieldChange: fc.Arbitrary<FieldChange> = fc.record({
  place: fc.nat(1_000),
  change: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...hostileValues).map((value) => ({ value })) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('removed' as const, 'twice' as const, 'listed' as const, 'inside' as const),
    },
  ),
});

/** The record with some changes, each at a place that it has. */
export const withChanges = (record: Json, changes: readonly FieldChange[]): Json => {
  const changed = structuredClone(record);
  for (const { place, change } of changes) {
    const places = placesIn(changed);
    const path = places[place % places.length];
    if (path) changeAt(changed, path, change);
  }
  return changed;
};

export const changeAt = (record: Json, path: Path, change: FieldChange['change']): void => {
  const container = path
    .slice(0, -1)
    .reduce<Json>((value, name) => (value as Record<string | number, Json>)[name]!, record);
  const name = path.at(-1)!;
  const fields = container as Record<string | number, Json>;
  const value = fields[name]!;
  if (change === 'removed') {
    if (Array.isArray(container)) container.splice(Number(name), 1);
    else Reflect.deleteProperty(fields, name);
  } else if (change === 'twice') {
    if (Array.isArray(container)) container.push(structuredClone(value));
    else fields[name] = [value, structuredClone(value)];
  } else if (change === 'listed') fields[name] = [value];
  else if (change === 'inside') fields[name] = { value };
  else fields[name] = structuredClone(change.value);
};
