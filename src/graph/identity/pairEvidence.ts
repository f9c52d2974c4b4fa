import { counted } from '../counted.ts';
import { toUnits } from '../units.ts';
import type { NameRelation } from './nameRelation.ts';

/** The kinds of evidence, in the order of the schema's enum. */
export const evidenceKinds = [
  'NAME',
  'COLLABORATORS',
  'INSTITUTIONS',
  'TOPICS',
  'VENUES',
  'YEARS',
  'IDENTIFIERS',
  'CURATION',
] as const;
type EvidenceKind = (typeof evidenceKinds)[number];

/** A fact that makes it more or less likely that two records are one person or one paper. */
export interface Evidence {
  kind: EvidenceKind;
  /**
   * The number that this fact adds to the logarithm of the odds; a negative weight makes it less likely that the two
   * are one person.
   */
  weight: number;
  text: string;
}

/**
 * The facts by which two authors are compared. Numbers of people are estimated as numbers of different names. A count
 * of 16 or more is rounded down to a number with four significant binary digits.
 */
export interface PairFacts {
  names: NameRelation;
  /**
   * The number of people who have the family name of one of the two authors; the larger number if the family names are
   * different.
   */
  familyNamePeople: number;
  /** The number of people with the rarest word that the names of both authors have; 0 if they have no common word. */
  commonWordPeople: number;
  /**
   * How many people are expected to have, by chance, all words that the names of both authors have; 0 if they have no
   * common word.
   */
  expectedNamesakes: number;
  sharedCollaborators: number;
  /** The smaller one of the two authors' numbers of collaborators. */
  fewerCollaborators: number;
  sharedInstitutions: number;
  sharedTopics: number;
  sharedVenues: number;
  /**
   * The number of years between the last paper of one author and the first paper of the other; 0 if their years
   * overlap.
   */
  yearsApart: number;
  /** The smaller one of the two authors' numbers of papers. */
  fewerPapers: number;
  /** Whether the authors have different identifiers of a scheme in which a person has only one identifier. */
  hasConflictingIdentifiers: boolean;
  /**
   * Whether records give both authors the same ORCID. The import did not merge such authors, because their names do not
   * fit each other.
   */
  sharesIdentifier: boolean;
  /**
   * Whether a catalogue lists the two authors under different ids, and its curators distinguish people with similar
   * names.
   */
  isToldApart: boolean;
}

/**
 * Whether two names with this relation fit each other, that is, may be spellings of one name. Otherwise they are only
 * alike.
 */
export const isFitting = (relation: NameRelation): boolean =>
  relation === 'EQUAL' || relation === 'REORDERED' || relation === 'CONTAINED' || relation === 'INITIALS';

/**
 * The weights of a logistic regression on the ACL Anthology of 2022, which lists the spellings of each person's name.
 * The Anthology has no institutions and topics, so their weights were chosen by hand: an institution has the same
 * weight as a venue. A topic has a smaller weight, because many people share the same topics.
 */
export const duplicateWeights = {
  base: -1.91,
  names: {
    EQUAL: 3.37,
    REORDERED: 1,
    CONTAINED: 2.83,
    INITIALS: 2.49,
    ONE_LETTER: 3.01,
    FEW_LETTERS: -0.93,
    FAMILY_NAME: -0.96,
    COMMON_WORD: -1.12,
    UNRELATED: -1.12,
  } satisfies Record<NameRelation, number>,
  /**
   * This weight and the next are multiplied by ln(1 + n), where n is the number of people with the name or the word.
   */
  familyNamePeople: -0.25,
  commonWordPeople: -0.35,
  /**
   * This weight is multiplied by ln(expected namesakes), the next one by ln(papers of the author with fewer papers).
   */
  expectedNamesakes: -0.09,
  fewerPapers: 0.36,
  /**
   * For names that fit each other: the first weight counts for each shared collaborator, up to three; the second is
   * multiplied by ln(1 + number of collaborators of the author who has fewer of them).
   */
  fitting: { sharedCollaborators: 0.07, fewerCollaborators: -0.51 },
  /** The same two weights for names of which neither can be a form of the other, but which are spelled alike. */
  alike: { sharedCollaborators: 0.66, fewerCollaborators: -1.39 },
  noSharedCollaborator: -0.48,
  /**
   * This weight and the next two are multiplied by ln(1 + n), where n is the number of shared venues, institutions or
   * topics.
   */
  sharedVenues: 1.36,
  sharedInstitutions: 1.36,
  sharedTopics: 0.5,
  /** This weight is multiplied by the number of years between the authors' papers, at most 15. */
  yearsApart: -0.034,
  conflictingIdentifiers: -4,
  /** Not part of the regression, but chosen by hand: the weight of different ORCIDs with the opposite sign. */
  sharedIdentifier: 4,
  /**
   * Not part of the regression, but chosen by hand: half the weight of different ORCIDs, because a catalogue may list
   * one person under two ids by mistake.
   */
  toldApart: -2,
} as const;

const MOST_SHARED = 3;
const MOST_YEARS = 15;
/** The maximum score of authors with different ORCIDs, 0–1. */
const MOST_WITH_CONFLICT = 0.5;
/**
 * The minimum score of two authors with the same ORCID, 0–1. So lists of likely pairs contain them, and somebody can
 * decide whose ORCID it is.
 */
const LEAST_WITH_ONE_IDENTIFIER = 0.5;

/** The evidence for and against a pair. Facts with the weight 0 are left out. */
export const evidenceOf = (facts: PairFacts): Evidence[] => {
  const weights = duplicateWeights;
  const shared = (kind: EvidenceKind, count: number, weight: number, noun: string): Evidence => ({
    kind,
    weight: weight * Math.log1p(count),
    text: counted(count, `shared ${noun}`),
  });
  return [
    nameEvidence(facts),
    collaboratorEvidence(facts),
    shared('INSTITUTIONS', facts.sharedInstitutions, weights.sharedInstitutions, 'institution'),
    shared('TOPICS', facts.sharedTopics, weights.sharedTopics, 'topic'),
    shared('VENUES', facts.sharedVenues, weights.sharedVenues, 'venue'),
    {
      kind: 'YEARS' as const,
      weight: weights.yearsApart * Math.min(facts.yearsApart, MOST_YEARS),
      text: `${counted(facts.yearsApart, 'year')} apart`,
    },
    {
      kind: 'IDENTIFIERS' as const,
      weight: facts.hasConflictingIdentifiers ? weights.conflictingIdentifiers : 0,
      text: 'different ORCIDs',
    },
    {
      kind: 'IDENTIFIERS' as const,
      weight: facts.sharesIdentifier ? weights.sharedIdentifier : 0,
      text: isFitting(facts.names) ? 'one ORCID' : 'one ORCID, names that do not fit',
    },
    {
      kind: 'CURATION' as const,
      weight: facts.isToldApart ? weights.toldApart : 0,
      text: 'two people in a curated catalogue',
    },
  ].filter(({ weight }) => weight !== 0);
};

const nameEvidence = (facts: PairFacts): Evidence => {
  const weights = duplicateWeights;
  const weight =
    weights.names[facts.names] +
    weights.familyNamePeople * Math.log1p(facts.familyNamePeople) +
    weights.commonWordPeople * Math.log1p(facts.commonWordPeople) +
    weights.expectedNamesakes * Math.log(facts.expectedNamesakes || 1);
  return { kind: 'NAME', weight, text: nameTexts[facts.names] };
};

const collaboratorEvidence = ({ names, sharedCollaborators, fewerCollaborators }: PairFacts): Evidence => {
  const { fitting, alike, noSharedCollaborator } = duplicateWeights;
  const byNames = isFitting(names) ? fitting : alike;
  const weight =
    byNames.sharedCollaborators * Math.min(sharedCollaborators, MOST_SHARED) +
    byNames.fewerCollaborators * Math.log1p(fewerCollaborators) +
    (sharedCollaborators === 0 ? noSharedCollaborator : 0);
  const text = `${counted(sharedCollaborators, 'shared collaborator')} of ${fewerCollaborators}`;
  return { kind: 'COLLABORATORS', weight, text };
};

/** The score of a pair in units of 10⁻⁹: the logistic function of the sum of all weights. */
export const duplicateScore = (facts: PairFacts): number => {
  const { base, fewerPapers } = duplicateWeights;
  const logit = evidenceOf(facts).reduce(
    (sum, { weight }) => sum + weight,
    base + fewerPapers * Math.log(facts.fewerPapers || 1),
  );
  const score = Math.max(1 / (1 + Math.exp(-logit)), facts.sharesIdentifier ? LEAST_WITH_ONE_IDENTIFIER : 0);
  return toUnits(facts.hasConflictingIdentifiers ? Math.min(score, MOST_WITH_CONFLICT) : score);
};

const nameTexts: Readonly<Record<NameRelation, string>> = {
  EQUAL: 'the same name',
  REORDERED: 'the same words in another order',
  CONTAINED: 'names that do not contradict each other',
  INITIALS: 'initials that fit',
  ONE_LETTER: 'names that differ by one letter',
  FEW_LETTERS: 'names that differ by two or three letters',
  FAMILY_NAME: 'the same family name',
  COMMON_WORD: 'a word in both names',
  UNRELATED: 'no word in both names',
};
