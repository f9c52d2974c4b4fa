import { folderOf } from './readFormat.ts';

export const nameVariants = `
- canonical: {first: Animashree, last: Anandkumar}
  variants:
  - {first: Anima, last: Anandkumar}
- canonical: {first: Yang, last: Liu}
  id: yang-liu-ict
  comment: ICT
- canonical: {first: Yang, last: Liu}
  id: yang-liu-umich
- canonical: {first: Pedro, last: Ortiz Suarez}
  id: pedro-ortiz
  variants:
  - {first: Pedro Javier, last: Ortiz Suárez}
  - {first: Pedro, last: Ortiz Suarez}
- canonical: {first: Bo, last: Li}
  id: bo-li-nus
  variant: {first: Troy, last: Lee}
`;
export const venues = `
acl: {acronym: ACL, name: Annual Meeting, oldstyle_letter: P}
emnlp: {acronym: EMNLP, name: Empirical Methods, oldstyle_letter: D}
coling: {acronym: COLING, name: COLING, oldstyle_letter: C}
semeval: {acronym: SemEval, name: SemEval, oldstyle_letter: S}
starsem: {acronym: '*SEM', name: '*SEM'}
cl: {acronym: CL, name: Computational Linguistics, oldstyle_letter: J}
tacl: {acronym: TACL, name: Transactions, oldstyle_letter: Q}
ws: {acronym: WS, name: Other Workshops, oldstyle_letter: W}
wmt: {acronym: WMT, name: Machine Translation}
latech: {acronym: LaTeCH, name: LaTeCH}
syntaxfest: {acronym: SyntaxFest, name: SyntaxFest}
`;
const joint = `
acl: {2019: [W19-32, W19-25, W19-52], 2002: [W02-09]}
emnlp: {2002: [W02-10], 2019: [D19-50]}
syntaxfest: [W19-25, W19-77]
latech: [W19-25]
wmt: {2019: [W19-52]}
starsem: [S13-1]
`;

/** The XML of a collection with one volume. */
export const collection = (
  id: string,
  volume: string,
  papers: string,
  meta = '<booktitle>A Book</booktitle>',
) =>
  `<?xml version='1.0' encoding='UTF-8'?>\n<collection id="${id}"><volume id="${volume}">
<meta>${meta}<editor><first>Ed</first><last>Itor</last></editor></meta>
<frontmatter><bibkey>front</bibkey></frontmatter>
${papers}</volume></collection>`;
export const paper = (id: string, inside = '<title>T</title>') => `<paper id="${id}">${inside}</paper>\n`;

/** An Anthology folder with the yaml above and these files in xml/. */
export const anthology = (xml: Record<string, string | Uint8Array>) =>
  folderOf({
    'yaml/name_variants.yaml': nameVariants,
    'yaml/venues.yaml': venues,
    'yaml/joint.yaml': joint,
    ...Object.fromEntries(Object.entries(xml).map(([name, content]) => [`xml/${name}`, content])),
  });
