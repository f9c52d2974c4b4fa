/*
 * Draws a dblp.xml with what the real DTD has. Everything is computed from numbers, so that a file of any size needs no
 * memory, and tests know what is in it.
 */

export interface DrawnPerson {
  /** The id of the person's page. */
  pid: string;
  /** As publications write it, with the number of a homonym; the main spelling first. */
  names: string[];
  orcid: string | undefined;
}

export interface DrawnPublication {
  element: 'article' | 'inproceedings' | 'incollection' | 'book' | 'phdthesis' | 'mastersthesis' | 'data';
  key: string;
  publtype: string | undefined;
  title: string;
  year: number;
  doi: string | undefined;
  /** The numbers of the people, and which of their names is printed; without a person, a name of several people. */
  authors: ({ person: number; name: string } | { person: undefined; name: string })[];
}

const givenNames = ['Jörg', 'Zoë', 'Wei', 'François', 'Ana', 'Łukasz', 'Ørjan', 'Ngọc', 'Þóra', "Sean O'"];
const familyNames = ['Müller', 'Wang', 'Erdős', 'da Silva', 'Åström', 'Nguyễn', 'Smith & Sons', 'Straße'];
const elements = [
  ...(['inproceedings', 'article', 'inproceedings', 'article', 'incollection'] as const),
  ...(['inproceedings', 'book', 'phdthesis', 'mastersthesis', 'data'] as const),
];

/** A mixed number from 0 for some numbers, the same in each run. */
const mixed = (...numbers: number[]): number => {
  let hash = 2166136261;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 16777619);
    hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
};

const orcidOf = (number: number): string => {
  const digits = String(number + 1).padStart(15, '0');
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return `${digits}${check === 10 ? 'X' : check}`.replace(/(.{4})(?=.)/g, '$1-');
};

/** A name that all tens of people share; dblp numbers those whom it has told apart. */
export const sharedName = (number: number): string => {
  const group = Math.floor(number / 10);
  const [given, family] = [givenNames[group % 10]!, familyNames[mixed(group) % 8]!];
  return `${given} van ${family} ${letters(group)}`;
};

/** A number in letters, so that a name does not end in a number. */
const letters = (number: number): string =>
  Array.from(number.toString(26), (digit) => String.fromCharCode(65 + parseInt(digit, 26))).join('');

/** Of ten people, the first three have one name and a number, the fourth has two spellings, half have an ORCID. */
export const drawnPerson = (number: number): DrawnPerson => {
  const place = number % 10;
  const own = `${givenNames[place]!} ${familyNames[mixed(number) % 8]!} ${letters(number)}`;
  const names = place < 3 ? [`${sharedName(number)} ${String(place + 1).padStart(4, '0')}`] : [own];
  if (place === 3) names.push(`${own} Jr.`);
  return {
    pid: `${mixed(number, 1) % 300}/${number}${place < 3 ? `-${place + 1}` : ''}`,
    names,
    orcid: place % 2 === 0 ? orcidOf(number) : undefined,
  };
};

export const peopleOf = (publications: number): number => Math.ceil(publications / 30) * 10;

export const drawnPublication = (number: number, people: number): DrawnPublication => {
  const element = elements[number % elements.length]!;
  const isThesis = element.endsWith('thesis');
  const authors = Array.from({ length: isThesis ? 1 : mixed(number, 2) % 6 }, (_, index) => {
    // neighbors write together, as in reality
    const person = (mixed(Math.floor(number / 8)) + (mixed(number, index, 3) % 40)) % people;
    if (mixed(number, index, 4) % 25 === 0) return { person: undefined, name: sharedName(person) };
    const { names } = drawnPerson(person);
    return { person, name: names[mixed(number, index, 5) % names.length]! };
  });
  return {
    element,
    key: `${element === 'article' ? 'journals' : 'conf'}/d${mixed(number) % 500}/X${number}`,
    publtype: number % 50 === 1 ? 'informal' : number % 200 === 3 ? 'informal withdrawn' : undefined,
    title: `On CO<sub>2</sub> &amp; <i>graphs</i> if p&lt;0.0${number % 10}: n&deg; ${number}.`.replace(
      'n&deg;',
      'caf&eacute;',
    ),
    year: 1990 + (number % 35),
    doi: number % 3 === 0 ? undefined : `10.5555/d.${number}`,
    authors: [...new Map(authors.map((author) => [author.person ?? author.name, author])).values()],
  };
};

/** The file in parts of some records each; people stand after the publications, as in the real one. */
export function* drawnDblp(publications: number): Generator<string> {
  const people = peopleOf(publications);
  yield '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n';
  for (let number = 0; number < publications; number += 1) {
    yield publicationXml(drawnPublication(number, people), number);
  }
  for (let number = 0; number < people; number += 1) yield personXml(drawnPerson(number), number);
  yield '</dblp>\n';
}

const publicationXml = (publication: DrawnPublication, number: number): string => {
  const { element, key, publtype, title, year, doi, authors } = publication;
  const venue = { article: 'journal', phdthesis: 'school', mastersthesis: 'school', book: 'publisher' };
  const lines = [
    ...authors.map(({ person, name }) => {
      const orcid = person !== undefined && number % 4 === 0 ? drawnPerson(person).orcid : undefined;
      return `<author${orcid === undefined ? '' : ` orcid="${orcid}"`}>${encoded(name)}</author>`;
    }),
    `<title>${title}</title>`,
    `<pages>${number}-${number + 9}</pages>`,
    `<year>${year}</year>`,
    `<${(venue as Record<string, string>)[element] ?? 'booktitle'}>Venue ${number % 500}</${(venue as Record<string, string>)[element] ?? 'booktitle'}>`,
    ...(doi === undefined
      ? [`<ee type="oa">https://example.org/${number}</ee>`]
      : [`<ee>https://doi.org/${doi}</ee>`]),
    ...(number % 20 === 0 && number > 0 ? ['<cite>...</cite>', '<cite label="1">conf/d1/Other</cite>'] : []),
    `<crossref>conf/d/${year}</crossref>`,
    `<url>db/conf/d/d${year}.html#X${number}</url>`,
  ];
  const attributes = `mdate="2024-02-0${(number % 9) + 1}" key="${key}"${publtype === undefined ? '' : ` publtype="${publtype}"`}`;
  const proceedings =
    number % 100 === 0
      ? `<proceedings mdate="2024-01-01" key="conf/p/${number}">\n<editor>Jane Editor</editor>\n<title>Proceedings.</title>\n</proceedings>\n`
      : '';
  return `${proceedings}<${element} ${attributes}>\n${lines.join('\n')}\n</${element}>\n`;
};

const personXml = ({ pid, names, orcid }: DrawnPerson, number: number): string => {
  const disambiguation =
    number % 10 === 0
      ? `<www mdate="2024-01-01" key="homepages/${pid.replace(/-1$/, '')}" publtype="disambiguation">\n<author>${encoded(sharedName(number))}</author>\n<title>Home Page</title>\n</www>\n`
      : '';
  const lines = [
    ...names.map((name) => `<author>${encoded(name)}</author>`),
    '<title>Home Page</title>',
    '<note type="affiliation" label="former">University of X</note>',
    ...(orcid === undefined ? [] : [`<url>https://orcid.org/${orcid}</url>`]),
    '<url type="deprecated">https://orcid.org/0000-0002-1825-0097</url>',
  ];
  return `${disambiguation}<www mdate="2024-01-01" key="homepages/${pid}">\n${lines.join('\n')}\n</www>\n`;
};

/** Latin-1 letters by the names of the DTD, all other ones by their numbers: the real file is ASCII. */
const encoded = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replace(/[^ -~]/gu, (character) => latin[character] ?? `&#${character.codePointAt(0)};`);

const latin: Readonly<Record<string, string>> = {
  ö: '&ouml;',
  ë: '&euml;',
  ç: '&ccedil;',
  Ø: '&Oslash;',
  Þ: '&THORN;',
  ó: '&oacute;',
  ü: '&uuml;',
  Å: '&Aring;',
  ß: '&szlig;',
};
