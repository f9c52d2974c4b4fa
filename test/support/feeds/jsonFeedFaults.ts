/*
 * The rules of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), checked one by one. A returned text says which rule
 * is broken and where.
 */

type Json = Record<string, unknown>;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isUrl = (value: unknown): boolean => typeof value === 'string' && /^https?:$/.test(protocolOf(value));
const protocolOf = (text: string): string => (URL.canParse(text) ? new URL(text).protocol : '');
/** RFC 3339. */
const isMoment = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const isListOf = (value: unknown, test: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(test);
const isAuthor = (value: unknown): boolean => {
  const { name, url, avatar, ...others } = value as Json;
  const given = [name, url, avatar].filter((field) => field !== undefined);
  return given.length > 0 && given.every(isText) && Object.keys(others).every(isExtension);
};
const isExtension = (name: string): boolean => name.startsWith('_');

type Rules = Readonly<Record<string, { isRequired?: true; test: (value: unknown) => boolean }>>;

const feedRules: Rules = {
  version: { isRequired: true, test: (value) => value === 'https://jsonfeed.org/version/1.1' },
  title: { isRequired: true, test: isText },
  items: { isRequired: true, test: Array.isArray },
  home_page_url: { test: isUrl },
  feed_url: { test: isUrl },
  description: { test: isText },
  user_comment: { test: isText },
  next_url: { test: isUrl },
  icon: { test: isUrl },
  favicon: { test: isUrl },
  authors: { test: (value) => isListOf(value, isAuthor) },
  language: { test: isText },
  expired: { test: (value) => typeof value === 'boolean' },
  hubs: { test: Array.isArray },
};

const itemRules: Rules = {
  id: { isRequired: true, test: isText },
  url: { test: isUrl },
  external_url: { test: isUrl },
  title: { test: isText },
  content_html: { test: isText },
  content_text: { test: isText },
  summary: { test: isText },
  image: { test: isUrl },
  banner_image: { test: isUrl },
  date_published: { test: isMoment },
  date_modified: { test: isMoment },
  authors: { test: (value) => isListOf(value, isAuthor) },
  tags: { test: (value) => isListOf(value, isText) },
  language: { test: isText },
  attachments: { test: Array.isArray },
};

const faultsOf = (place: string, value: Json, rules: Rules): string[] => [
  ...Object.entries(rules).flatMap(([name, { isRequired }]) =>
    isRequired && value[name] === undefined ? [`${place}.${name} is missing`] : [],
  ),
  ...Object.entries(value).flatMap(([name, field]) => {
    const rule = rules[name];
    if (!rule) return isExtension(name) ? [] : [`${place}.${name} is not a field of JSON Feed`];
    return rule.test(field) ? [] : [`${place}.${name} is ${JSON.stringify(field)}`];
  }),
];

/** What is wrong with a feed; empty if nothing is. */
export const jsonFeedFaults = (text: string): string[] => {
  const feed = JSON.parse(text) as Json;
  const items = (Array.isArray(feed['items']) ? feed['items'] : []) as Json[];
  const ids = items.map(({ id }) => id);
  return [
    ...faultsOf('feed', feed, feedRules),
    ...items.flatMap((item, index) => faultsOf(`items[${index}]`, item, itemRules)),
    ...items.flatMap((item, index) =>
      item['content_html'] === undefined && item['content_text'] === undefined
        ? [`items[${index}] has neither content_html nor content_text`]
        : [],
    ),
    ...(new Set(ids).size < ids.length ? ['two items have the same id'] : []),
  ];
};
