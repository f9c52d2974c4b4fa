import type { Paper } from '../../graph/model/entities.ts';
import { parseId } from '../../graph/model/ids.ts';
import { semanticScholarPaper } from '../../import/formats/semanticScholar/semanticScholarPaper.ts';
import type { ImportRecord } from '../../import/importRecord.ts';
import type { JsonObject } from '../../import/formats/reading/jsonFields.ts';

/** The schemes by which Semantic Scholar finds papers, best first, with the names that it gives them. */
const schemes: readonly (readonly [scheme: string, name: string])[] = [
  ['s2', 'CorpusId'],
  ['doi', 'DOI'],
  ['arxiv', 'ARXIV'],
  ['acl', 'ACL'],
];

/** A stored paper with the identifier by which Semantic Scholar is asked for it. */
export interface AskedPaper {
  /** In the form of Semantic Scholar, for example `DOI:10.1000/xyz`. */
  id: string;
  /** In the form of a record, for example `doi:10.1000/xyz`. */
  reference: string;
  hasCorpusId: boolean;
}

/** Undefined for a paper that has no identifier which Semantic Scholar knows. */
export const askedPaper = ({ keys }: Paper): AskedPaper | undefined => {
  const values = new Map(
    keys.flatMap((id) => {
      const parts = parseId(id);
      return parts ? [[parts.scheme, parts.key] as const] : [];
    }),
  );
  for (const [scheme, name] of schemes) {
    const value = values.get(scheme);
    if (value === undefined) continue;
    return { id: `${name}:${value}`, reference: `${scheme}:${value}`, hasCorpusId: values.has('s2') };
  }
  return undefined;
};

/** What an answer adds to a stored paper: an identifier, references, and an abstract if there is none. */
export const completionRecords = (asked: AskedPaper, answer: JsonObject): ImportRecord[] => {
  const { ids, abstract, references = [] } = semanticScholarPaper(answer);
  return [
    ...(asked.hasCorpusId || ids?.s2 === undefined
      ? []
      : [{ record: 'redirect', from: `s2:${ids.s2}`, to: asked.reference } as const]),
    ...(abstract === undefined
      ? []
      : [{ record: 'abstract', paper: asked.reference, text: abstract } as const]),
    ...references.map((to) => ({ record: 'citation', from: asked.reference, to }) as const),
  ];
};
