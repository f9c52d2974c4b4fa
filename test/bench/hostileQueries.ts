import type { Starts } from './starts.ts';

/** Accepted queries that ask for as much as they may, each in another way. */
export const worstAccepted = ({ hubs, authors, topics, pairs }: Starts): Record<string, string> => {
  const list = (ids: readonly string[]): string => JSON.stringify(ids);
  const aliased = (times: number, field: (index: number) => string): string =>
    `{ ${Array.from({ length: times }, (_, index) => `a${index}: ${field(index)}`).join(' ')} }`;
  const [hub = '', other = ''] = hubs;
  const person = 'id kind label paperCount name alternativeNames identifiers { scheme value url }';
  const paper =
    'id kind label title date year paperType venueName url codeUrl citationCount isRetracted authorCount authorListIsComplete isTooLargeForCollaboration identifiers { scheme value url }';
  const many = [...hubs, ...authors].slice(0, 49);
  return {
    '49 people × 100 collaborators, filtered': `{ nodes(ids: ${list(many)}) { ... on Author {
      collaborators(first: 100, filter: { years: { from: 1950 } }) { totalCount edges { cursor node { ${person} }
        collaboration { paperCount firstYear lastYear strength } } } } } }`,
    '100 papers × 48 authors and their authorships': `{ papers(first: 100) { nodes { ${paper}
      authors(first: 47) { edges { cursor node { ${person} }
        authorship { position nameAsPrinted affiliationsAsPrinted isCorresponding } } } } } }`,
    '49 people × 100 papers with all they hold': `{ nodes(ids: ${list(many)}) { ... on Author {
      papers(first: 100) { nodes { ${paper} } } } } }`,
    '24 people × 100 papers with abstracts': `{ nodes(ids: ${list(many.slice(0, 24))}) { ... on Author {
      papers(first: 100) { nodes { title abstract } } } } }`,
    '100 people × 24 suggestions with introductions': `{ nodes(ids: ${list(authors.slice(0, 100))}) { ... on Author {
      suggestedCollaborators(first: 24) { totalCount edges { scores { adamicAdar jaccard topicSimilarity }
        node { name } introduction { length } } } } } }`,
    '20 hubs × 15 filtered counts': `{ nodes(ids: ${list(hubs)}) { ... on Author { ${Array.from(
      { length: 15 },
      (_, index) =>
        `a${index}: collaborators(filter: { years: { from: ${1950 + index} }, minPapers: 2 }) { totalCount }`,
    ).join(' ')} } } }`,
    '9 × 20 strongest paths, filtered': aliased(
      9,
      (index) =>
        `collaborationPaths(from: "${hub}", to: "${pairs[index]?.to ?? other}", k: 20, maxLength: 20, cost: STRENGTH,
          filter: { years: { from: ${1980 + index} } }) { status isComplete }`,
    ),
    '9 × 20 paths between topics': aliased(
      9,
      (index) =>
        `topicPaths(from: "${topics[0] ?? ''}", to: "${topics[index + 1] ?? ''}", k: 20, maxLength: 20, through: AUTHORS) { status isComplete }`,
    ),
    '2 slices of 500': aliased(
      2,
      (index) =>
        `graph(ids: ${list(hubs.slice(index, index + 10))}, depth: 2, perKind: 50) {
          nodes { distance entity { id label kind paperCount } } edges { key source target weight firstYear lastYear } omitted { nodeId kind count after } }`,
    ),
    '15 searches': aliased(
      15,
      (index) =>
        `search(text: "${'abcdefghijklmno'[index] ?? 'a'}", first: 100) { totalCount nodes { label } }`,
    ),
    '15 searches of common beginnings': aliased(
      15,
      (index) =>
        `search(text: "${commonBeginnings[index] ?? 'a'}", first: 100) { totalCount nodes { label } }`,
    ),
    '15 searches of 22 words with typing errors': aliased(
      15,
      (index) => `search(text: "${misspelled(22, index)}", first: 100) { totalCount nodes { label } }`,
    ),
    '15 lists that pass nothing': aliased(
      15,
      (index) =>
        `papers(first: 100, orderBy: MOST_CITED, filter: { venueNames: ["none ${index}"] }) { totalCount nodes { title } }`,
    ),
    '100 × 48 neighbors': `{ nodes(ids: ${list([...hubs, ...authors].slice(0, 100))}) { ... on Entity {
      neighbors(first: 48) { totalCount edges { cursor relation direction weight node { id kind label } } } } } }`,
    'the schema':
      '{ __schema { types { ...T } directives { name args { name type { ...R } } } } } fragment T on __Type { kind name description fields(includeDeprecated: true) { name description args { name description type { ...R } defaultValue } type { ...R } } inputFields { name type { ...R } } interfaces { ...R } enumValues { name description } possibleTypes { ...R } } fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }',
  };
};

/** Texts that begin many names and titles, in scripts with and without spaces. */
const commonBeginnings = 'a|s|th|li|wa|ch|wang|zhang|mar|on|of|model|analy|中|大'.split('|');

/** Words of eight letters that no entity has, so that words with two typing errors are looked for. */
const misspelled = (words: number, seed: number): string =>
  Array.from({ length: words }, (_, word) =>
    Array.from({ length: 8 }, (__, place) =>
      'aeionrstl'.charAt((seed * 7 + word * 5 + place * (place + 1)) % 9),
    ).join(''),
  ).join(' ');

/** What is refused, each for another reason, as costly to refuse as it can be made. */
export const refused = (): Record<string, string> => {
  const times = (count: number, each: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => each(index)).join(' ');
  return {
    'no JSON': `{"query": "${'x'.repeat(99_000)}`,
    'deep JSON': JSON.stringify({ query: '{ __typename }', variables: 0 }).replace(
      '0',
      `${'['.repeat(45_000)}${']'.repeat(45_000)}`,
    ),
    tokens: JSON.stringify({ query: `{ ${times(20_000, () => 'id')} }` }),
    'one long name': JSON.stringify({ query: `{ ${'a'.repeat(95_000)} }` }),
    'one long string': JSON.stringify({ query: `{ author(id: "${'a'.repeat(95_000)}") { name } }` }),
    comments: JSON.stringify({ query: `${'#\n'.repeat(30_000)}{ nope }` }),
    depth: JSON.stringify({
      query: `{ node(id: "x") ${'{ ... on Author '.repeat(300)}{ id }${'}'.repeat(300)} }`,
    }),
    'fragments in fragments': JSON.stringify({
      query: `{ authors { nodes { ...F0 } } } ${times(70, (i) => `fragment F${i} on Author { ...F${i + 1} ...F${i + 1} }`)} fragment F70 on Author { name }`,
    }),
    fields: JSON.stringify({ query: `{ authors { nodes { ${times(300, (i) => `f${i} x`)} } } }` }),
    'wrong fields in conflict': JSON.stringify({
      query: `{ ${times(15, (i) => `a${i}: authors { nodes { ${times(15, (j) => `nome${i}x${j}`)} } }`)} }`,
    }),
    'fragments that conflict': JSON.stringify({
      query: `{ authors { nodes { ${times(60, (i) => `...F${i}`)} } } } ${times(60, (i) => `fragment F${i} on Author { papers(first: ${i}) { totalCount } }`)}`,
    }),
    variables: JSON.stringify({ query: `query (${times(240, (i) => `$v${i}: Nope${i}`)}) { __typename }` }),
    arguments: JSON.stringify({
      query: `{ papers(filter: { ${times(300, (i) => `nope${i}: 1`)} }) { totalCount } }`,
    }),
    cost: JSON.stringify({
      query: '{ authors(first: 100) { nodes { papers(first: 100) { nodes { title } } } } }',
    }),
    'the schema many times': JSON.stringify({
      query: `{ ${times(40, (i) => `s${i}: __schema { types { name fields { name args { name } } } }`)} }`,
    }),
  };
};
