import type { Paper } from '../../graph/model/entities.ts';
import { parseId } from '../../graph/model/ids.ts';
import {
  referencesTo,
  semanticScholarPaper,
} from '../../import/formats/semanticScholar/semanticScholarPaper.ts';
import type { ImportRecord } from '../../import/importRecord.ts';
import { objectsOf, type JsonObject } from '../../import/formats/reading/jsonFields.ts';

/** The schemes by which Semantic Scholar finds papers, best first, with the names that it gives them. */
const schemes: readonly (readonly [scheme: string, name: string])[] = [
  ['s2', 'CorpusId'],
  ['doi', 'DOI'],
  ['arxiv', 'ARXIV'],
  ['acl', 'ACL'],
];

/** A stored paper, with the identifier by which the program requests it from Semantic Scholar. */
export interface AskedPaper {
  /** The identifier in the form of Semantic Scholar, for example `DOI:10.1000/xyz`. */
  id: string;
  /** The identifier in the form of an import record, for example `doi:10.1000/xyz`. */
  reference: string;
  hasCorpusId: boolean;
}

/** Returns undefined if the paper has no identifier by which Semantic Scholar finds papers. */
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

/** The papers that cite the paper of an answer: for each its identifiers, in the form of an import record. */
export const citingPapers = (answer: JsonObject): string[][] =>
  objectsOf(answer['citations']).map((paper) => referencesTo(paper));

/**
 * The records with what an answer adds to a stored paper: an identifier, references, citations by other stored papers,
 * and an abstract if none is stored.
 *
 * @param isStored whether a paper with this identifier is stored
 */
export const completionRecords = (
  asked: AskedPaper,
  answer: JsonObject,
  isStored: (reference: string) => boolean,
): ImportRecord[] => {
  const { ids, abstract, references = [] } = semanticScholarPaper(answer);
  return [
    ...(asked.hasCorpusId || ids?.s2 === undefined
      ? []
      : [{ record: 'redirect', from: reference('s2', ids.s2), to: asked.reference } as const]),
    ...(abstract === undefined
      ? []
      : [{ record: 'abstract', paper: asked.reference, text: abstract } as const]),
    ...references.map((to) => ({ record: 'citation', from: asked.reference, to }) as const),
    ...citingPapers(answer)
      .flatMap((paper) => paper.find(isStored) ?? [])
      .map((from) => ({ record: 'citation', from, to: asked.reference }) as const),
  ];
};

/** A value of a wrong type is returned unchanged, so that validation reports it. */
const reference = (scheme: string, value: unknown): string =>
  typeof value === 'string' ? `${scheme}:${value}` : (value as string);
