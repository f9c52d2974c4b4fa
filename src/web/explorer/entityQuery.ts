import {
  AuthorPageDocument,
  InstitutionPageDocument,
  PaperPageDocument,
  TopicPageDocument,
  type EntityKind,
  type PaperFilter,
  type PaperOrder,
  type TypedDocumentString,
} from './__generated__/graphql.ts';
import type { Address } from './address.ts';
import { requestAhead } from './api/sendQuery.ts';
import { paperVariables, parseChoices, type PaperChoices } from './components/paperChoices.ts';

/** The variables of an entity's page. A query uses only those that it needs. */
export interface PageVariables {
  id: string;
  orderBy: PaperOrder;
  filter: PaperFilter;
}

/** The order of the papers on an entity's page, unless the user chooses another one. */
export const USUAL_ORDER = 'NEWEST';

export const pageVariables = (id: string, choices: PaperChoices): PageVariables => ({
  id,
  ...paperVariables(choices),
});

const documents: Readonly<Record<EntityKind, TypedDocumentString<unknown, PageVariables>>> = {
  AUTHOR: AuthorPageDocument,
  INSTITUTION: InstitutionPageDocument,
  PAPER: PaperPageDocument,
  TOPIC: TopicPageDocument,
};

/** Requests the content of an entity's page before its view is created. Does nothing for other addresses. */
export const requestEntity = (address: Address): void => {
  if (address.view !== 'entity') return;
  const { kind, ids, lists } = address;
  requestAhead(documents[kind], pageVariables(ids[0], parseChoices(lists, USUAL_ORDER)));
};
