import { list, type Json, type RichFormat } from './richFormat.ts';

const objectOf = (value: Json | undefined): Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The value as texts: those of a list, or one. */
const textsOf = (value: Json | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.map(textOf) : [textOf(value)];

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** The characters that XML 1.0 cannot have are left out. */
const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element for each value; an object is written as an element with the texts of its fields as elements. */
const elements = (name: string, value: Json | undefined, attributes: readonly string[] = []): string =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value])
    .map((each) => {
      const fields = Object.entries(objectOf(each));
      const isAttribute = ([field, content]: [string, Json]): boolean =>
        attributes.includes(field) && typeof content === 'string';
      const written = fields
        .filter(isAttribute)
        .map(([field, content]) => ` ${field}="${xmlText(textOf(content))}"`);
      const inside =
        fields.length === 0
          ? xmlText(textOf(each))
          : fields
              .filter((field) => !isAttribute(field))
              .map(([field, content]) =>
                field === 'text' ? textsOf(content).map(xmlText).join('') : elements(field, content),
              )
              .join('');
      return `<${name}${written.join('')}>${inside}</${name}>`;
    })
    .join('');

const orcid = '0000-0002-1825-0097';

export const textFormats: readonly RichFormat[] = [
  {
    name: 'bibtex',
    record: (number) => ({
      key: `s2:${number}`,
      title: `Rich paper ${number}`,
      subtitle: 'A sequel',
      abstract: `We show $x_${number}$.`,
      author: `Lovelace${number}, Ada and Noether${number}, Bo`,
      doi: `10.1000/rich.${number}`,
      url: `https://example.org/${number}`,
      eprint: `2101.${10_000 + number}`,
      archiveprefix: 'arXiv',
      journal: 'Annals',
      year: '2020',
      month: 'feb',
      day: '3',
      note: 'A note',
      keywords: `word ${number}, other ${number}`,
    }),
    files: (records) => ({
      'refs.bib': records
        .map((record) => {
          const { key = 'x', ...fields } = objectOf(record);
          const written = Object.entries(fields).flatMap(([name, value]) =>
            textsOf(value).map((text) => `  ${name} = {${oneLine(text)}},\n`),
          );
          return `@article{${
            textsOf(key)
              .join('')
              .replace(/[\s,{}"#%=@()]/g, '') || 'x'
          },\n${written.join('')}}\n`;
        })
        .join('\n'),
    }),
  },
  {
    name: 'ris',
    record: (number) => ({
      TY: 'JOUR',
      ID: `s2:${number}`,
      TI: `Rich paper ${number}`,
      AB: `We show ${number}.`,
      AU: [`Lovelace${number}, Ada`, `Noether${number}, Bo, Jr.`],
      DO: `10.1000/rich.${number}`,
      UR: `https://example.org/${number}`,
      JO: 'Annals',
      PY: '2020',
      DA: '2020/02/03/',
      N1: 'A note',
      KW: [`word ${number}`, `other ${number}`],
    }),
    files: (records) => ({
      'refs.ris': records
        .map((record) => {
          const { TY = 'GEN', ...fields } = objectOf(record);
          const written = Object.entries(fields).flatMap(([tag, value]) =>
            textsOf(value).map((text) => `${tag}  - ${oneLine(text)}\r\n`),
          );
          return `TY  - ${oneLine(textsOf(TY).join(' '))}\r\n${written.join('')}ER  - \r\n`;
        })
        .join(''),
    }),
  },
  {
    name: 'acl-anthology',
    record: (number) => ({
      id: String(number),
      title: `Rich paper ${number}`,
      abstract: `We show ${number}.`,
      author: list(
        {
          id: `ada-lovelace-${number}`,
          first: 'Ada',
          last: `Lovelace${number}`,
          affiliation: `Univ. ${number}`,
        },
        { first: 'Bo', last: `Noether${number}`, variant: { script: 'hani', first: '伟', last: '张' } },
      ),
      year: '2020',
      doi: `10.1000/rich.${number}`,
      pages: '1–10',
      bibkey: `rich-${number}`,
      journal: 'Annals',
      pwccode: { url: `https://example.org/code/${number}`, text: 'x' },
    }),
    files: (records) => ({
      'json/people.json': '{}',
      'json/venues.json': '{}',
      'xml/2020.toy.xml': `<collection id="2020.toy"><volume id="1"><meta><booktitle>B</booktitle></meta>
${records
  .map((record) => {
    const { id = '0', ...fields } = objectOf(record);
    const inside = Object.entries(fields).map(([name, value]) =>
      elements(name, value, ['id', 'orcid', 'script', 'url']),
    );
    return `<paper id="${xmlText(textsOf(id).join(' '))}">${inside.join('')}</paper>`;
  })
  .join('\n')}
</volume></collection>`,
    }),
  },
  {
    name: 'dblp',
    record: (number) => ({
      key: `journals/x/A${number}`,
      author: list({ orcid, text: `Ada Lovelace${number}` }, `Bo Noether${number} 0001`).slice(
        number === 1 ? 0 : 1,
      ),
      title: `Rich paper ${number}.`,
      year: '2020',
      journal: 'Annals',
      ee: [`https://doi.org/10.1000/rich.${number}`, `https://arxiv.org/abs/2101.${10_000 + number}`],
      cite: [`journals/x/C${number}`],
      publtype: 'informal',
    }),
    files: (records) => ({
      'dblp.xml': `<?xml version="1.0"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>
${records
  .map((record) => {
    const { key = 'x', publtype = '', ...fields } = objectOf(record);
    const inside = Object.entries(fields).map(([name, value]) => elements(name, value, ['orcid']));
    return `<article key="${xmlText(textsOf(key).join(' '))}" publtype="${xmlText(textsOf(publtype).join(' '))}">${inside.join('')}</article>`;
  })
  .join('\n')}
</dblp>`,
    }),
  },
];
