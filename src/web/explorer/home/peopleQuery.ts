import { HomePeopleDocument } from '../__generated__/graphql.ts';

/** The query of the people in the picture on the home page, and its variables. */
export const peopleQuery = [HomePeopleDocument, { first: 60 }] as const;
