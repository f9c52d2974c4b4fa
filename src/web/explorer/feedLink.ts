/** The address of the Atom feed with the new papers of an entity; without an id, with all new papers. */
export const feedPath = (id?: string): string =>
  id === undefined ? '/feed.atom' : `/feed.atom?${new URLSearchParams({ ids: id }).toString()}`;

/**
 * The address of the Atom feed with an author's new papers, and with the days on which the distance to another author
 * became shorter.
 */
export const distanceFeedPath = (id: string, otherId: string): string =>
  `/feed.atom?${new URLSearchParams({ ids: id, distanceTo: otherId }).toString()}`;

/** Tells feed readers and browsers which feed belongs to the page. Undefined: the page has no feed. */
export const announceFeed = (path: string | undefined, title: string): void => {
  const existing = document.head.querySelector<HTMLLinkElement>('link[rel="alternate"]');
  if (path === undefined) {
    existing?.remove();
    return;
  }
  const link = existing ?? document.createElement('link');
  Object.assign(link, {
    rel: 'alternate',
    type: 'application/atom+xml',
    href: path,
    title: `New papers: ${title}`,
  });
  if (!existing) document.head.append(link);
};
