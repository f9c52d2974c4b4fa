import { possibleIds as idsOfText } from '../../../graph/possibleIds.ts';
import { parseAddress } from '../address.ts';

/**
 * The ids that a text may mean. The text may also be the address of an explorer page. Empty if the text is not an
 * identifier.
 */
export const possibleIds = (text: string): string[] => [...explorerIds(text), ...idsOfText(text)];

/** The ids in the address of a page of this explorer. */
const explorerIds = (url: string): string[] => {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return [];
  const address = parseAddress(new URL(url));
  return address.view === 'entity' ? address.ids.flatMap(idsOfText) : [];
};
