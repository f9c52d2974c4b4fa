import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { RelationName } from '../../../graph/model/relations.ts';

/** The relations along which the neighbors of two entities of a kind are compared. */
interface ComparedRelations {
  authors: RelationName;
  institutions: RelationName;
  papers: RelationName;
  /** Null for kinds that have no references. */
  references: RelationName | null;
  topics: RelationName;
}

export const comparedRelations: Readonly<Record<EntityKind, ComparedRelations>> = {
  AUTHOR: {
    authors: 'collaborators',
    institutions: 'authorInstitutions',
    papers: 'authorPapers',
    references: null,
    topics: 'authorTopics',
  },
  INSTITUTION: {
    authors: 'institutionAuthors',
    institutions: 'partners',
    papers: 'institutionPapers',
    references: null,
    topics: 'institutionTopics',
  },
  PAPER: {
    authors: 'paperAuthors',
    institutions: 'paperInstitutions',
    papers: 'citedBy',
    references: 'references',
    topics: 'paperTopics',
  },
  TOPIC: {
    authors: 'topicAuthors',
    institutions: 'topicInstitutions',
    papers: 'topicPapers',
    references: null,
    topics: 'relatedTopics',
  },
};
