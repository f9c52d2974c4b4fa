import { possibleIds as idsOfText } from '../../../graph/possibleIds.ts';
import { parseAddress } from '../address.ts';

/** The ids that a text may mean, also the address of a page of this explorer. Empty for other texts. */
export const possibleIds = (text: string): string[] => [...explorerIds(text), ...idsOfText(text)];

/** The ids in the address of a page of this explorer. */
const explorerIds = (url: string): string[] => {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return [];
  const address = parseAddress(new URL(url));
  return address.view === 'entity' ? address.ids.flatMap(idsOfText) : [];
};
