import { HomePageDocument } from './__generated__/graphql.ts';
import type { Address } from './address.ts';
import { requestAhead } from './api/sendQuery.ts';
import { requestEntity } from './entityQuery.ts';
import { peopleQuery } from './home/peopleQuery.ts';

/** Requests what the view of an address shows first, before the script of the view is loaded. */
export const requestView = (address: Address): void => {
  requestEntity(address);
  if (address.view !== 'home') return;
  requestAhead(HomePageDocument, {});
  requestAhead(...peopleQuery);
};
