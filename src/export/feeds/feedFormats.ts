import { element, escaped, xmlDocument } from '../xml.ts';
import type { FeedItem } from './feedItem.ts';
import type { PaperFeed } from './paperFeed.ts';

interface FeedFormat {
  mediaType: string;
  /**
   * @param origin the origin of the server that sends the feed, for example https://example.org
   * @param address the URL of the feed itself
   */
  write: (feed: PaperFeed, origin: string, address: string) => string;
}

const GENERATOR = 'coauthor-graph';

/** The Atom format, RFC 4287. */
const atom: FeedFormat = {
  mediaType: 'application/atom+xml; charset=utf-8',
  write: ({ title, path, updated, items }, origin, address) =>
    xmlDocument(
      element(
        'feed',
        { xmlns: 'http://www.w3.org/2005/Atom' },
        text('title', title),
        text('id', address),
        text('updated', updated),
        element('link', { rel: 'self', type: 'application/atom+xml', href: address }),
        element('link', { rel: 'alternate', type: 'text/html', href: origin + path }),
        element('author', {}, text('name', GENERATOR)), // Atom requires an author of the feed if an entry has no author
        text('generator', GENERATOR),
        ...items.map((item) => atomEntry(item, origin)),
      ),
    ),
};

const atomEntry = ({ path, title, published, authors, topics, abstract }: FeedItem, origin: string): string =>
  element(
    'entry',
    {},
    text('title', title),
    text('id', origin + path),
    element('link', { rel: 'alternate', type: 'text/html', href: origin + path }),
    text('published', published),
    text('updated', published),
    ...authors.map((name) => element('author', {}, text('name', name))),
    ...topics.map((topic) => element('category', { term: topic })),
    ...(abstract === null ? [] : [text('summary', abstract)]),
  );

const text = (name: string, content: string): string => element(name, {}, escaped(content));

/** The format JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
const json: FeedFormat = {
  mediaType: 'application/feed+json; charset=utf-8',
  write: ({ title, path, items }, origin, address) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: origin + path,
      feed_url: address,
      items: items.map((item) => jsonItem(item, origin)),
    }),
};

const jsonItem = ({ path, title, published, authors, topics, abstract }: FeedItem, origin: string) => ({
  id: origin + path,
  url: origin + path,
  title,
  content_text: abstract ?? title,
  date_published: published,
  ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
  ...(topics.length > 0 && { tags: topics }),
});

/** The formats by the extension of the feed's address. */
export const feedFormats = { atom, json } as const satisfies Record<string, FeedFormat>;
