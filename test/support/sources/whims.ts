import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** How many works the service has. */
export const WORKS = 450;
const PAGE_SIZE = 100;

const workOf = (number: number) => ({
  id: `https://openalex.org/W${number + 1}`,
  display_name: `Work ${number}`,
  publication_year: 2000,
  authorships: [
    { author: { id: `https://openalex.org/A${(number % 9) + 1}`, display_name: `Person ${number % 9}` } },
  ],
});

const worksFrom = (first: number, end: number) =>
  Array.from({ length: Math.min(WORKS, end) - first }, (_, index) => workOf(first + index));

const pageOf = (number: number) => ({
  meta: { count: WORKS, next_cursor: (number + 1) * PAGE_SIZE < WORKS ? `${number + 1}` : null },
  results: worksFrom(number * PAGE_SIZE, (number + 1) * PAGE_SIZE),
});

type Page = { meta: { count: unknown; next_cursor: string | null }; results: unknown[] };

/** An answer to a request: the number of the page that it asks for, and of the request, both from 0. */
export type Answer = (response: ServerResponse, page: number, request: number) => void;

const answerWith =
  (change: (page: Page, number: number, request: number) => Partial<Page>): Answer =>
  (response, number, request) => {
    const page = pageOf(number);
    response.end(JSON.stringify({ ...page, ...change(page, number, request) }));
  };

export const wellBehaved = answerWith(() => ({}));

/** Behaves well except in some requests. */
const except =
  (isException: (request: number) => boolean, answer: Answer): Answer =>
  (response, page, request) =>
    (isException(request) ? answer : wellBehaved)(response, page, request);

const refused: Answer = (response) => response.writeHead(400).end('{"error":"Invalid cursor"}');
const later =
  (status: number, wait: string): Answer =>
  (response) =>
    response.writeHead(status, { 'retry-after': wait }).end();
const compressed =
  (bytesOf: (text: string) => Buffer): Answer =>
  (response, page) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytesOf(JSON.stringify(pageOf(page))));
const html: Answer = (response) => response.end('<!doctype html><title>Maintenance</title>');
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toUTCString();
const trickle: Answer = (response) => {
  const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write(' ')), 20);
};

/** Unusual answers from which everything can be read, with the number of papers that are then stored. */
export const toleratedWhims: [title: string, answer: Answer, papers: number][] = [
  [
    'repeats the last work of the page before',
    answerWith(({ results }, number) => ({
      results: [...(number > 0 ? [workOf(number * PAGE_SIZE - 1)] : []), ...results],
    })),
    WORKS,
  ],
  ['lists works in another order', answerWith(({ results }) => ({ results: results.reverse() })), WORKS],
  [
    'gives another cursor each time',
    answerWith(({ meta }, number, request) => ({
      meta: { ...meta, next_cursor: meta.next_cursor && `${number + 1}.${request}` },
    })),
    WORKS,
  ],
  ['has forgotten a cursor once', except((request) => request === 2, refused), WORKS],
  [
    'asks to wait until a date in the past',
    except((request) => request % 3 === 1, later(429, inDays(-9))),
    WORKS,
  ],
  ['asks to wait in words', except((request) => request % 3 === 1, later(503, 'soon')), WORKS],
  ['compresses its answers', compressed(gzipSync), WORKS],
  ['fails three times in a row', except((request) => request % 4 < 3, later(500, '')), WORKS],
  [
    'has an empty page once',
    answerWith(({ results }, _, request) => ({ results: request === 2 ? [] : results })),
    WORKS,
  ],
  [
    'has an empty page after the last one',
    answerWith(({ meta }, number) => ({
      meta: { ...meta, next_cursor: number < 5 ? `${number + 1}` : null },
    })),
    WORKS,
  ],
  [
    'gives longer pages than it was asked for',
    answerWith(({ meta }, number) => ({
      meta: { ...meta, next_cursor: number === 0 ? '1' : null },
      results: worksFrom(number * 225, (number + 1) * 225),
    })),
    WORKS,
  ],
  [
    'lists things that are no works',
    answerWith(({ results }) => ({ results: [null, 'W7', [], ...results.slice(3)] })),
    WORKS - 15,
  ],
  [
    'writes DOIs and dates of a wrong type',
    answerWith(({ results }) => ({
      results: results.map((work, index) => ({
        ...(work as object),
        doi: [5, 0, true, {}, [5], [null], { toString: 1 }][index % 7],
        publication_date: [{ toString: 1 }, 7, []][index % 3],
      })),
    })),
    WORKS,
  ],
  [
    'begins with a byte order mark',
    (response, page) => response.end(`\ufeff${JSON.stringify(pageOf(page))}`),
    WORKS,
  ],
];

/** Answers that end a run, with the number of papers that are then stored, and the message. */
export const failingWhims: [title: string, answer: Answer, papers: number, message: RegExp][] = [
  [
    'repeats half of each page',
    answerWith(({ results }) => ({ results: [...results, ...results.slice(50)] })),
    400,
    /says that 450 works match, but its list has more than 450\. .* begins at the first page again\.$/,
  ],
  [
    'knows no cursor but the first',
    (response, page, request) => (page === 0 ? wellBehaved : refused)(response, page, request),
    100,
    /refuses the request \(status 400\)\. It says: Invalid cursor/,
  ],
  [
    'asks to wait until tomorrow',
    except((request) => request > 1, later(503, inDays(1))),
    200,
    /asks to wait 86\d{3} seconds\. .* tries again from there\.$/,
  ],
  [
    'says that plain text is compressed',
    compressed((text) => Buffer.from(text)),
    0,
    /cannot be decompressed \(Z_DATA_ERROR\)/,
  ],
  [
    'cuts compressed answers',
    compressed((text) => gzipSync(text).subarray(0, 900)),
    0,
    /incomplete or invalid text instead of JSON/,
  ],
  [
    'trickles for ever',
    except((request) => request > 1, trickle),
    200,
    /did not complete its answer within 1\.5 seconds/,
  ],
  [
    'lowers its count',
    answerWith(({ meta }, number) => ({ meta: { ...meta, count: WORKS - number * 90 } })),
    300,
    /270 works match, but its list has more than 270/,
  ],
  [
    'raises its count',
    answerWith(({ meta }, number) => ({ meta: { ...meta, count: WORKS + number * 90 } })),
    450,
    /810 works match, but its list has 450/,
  ],
  [
    'counts below zero',
    answerWith(({ meta }) => ({ meta: { ...meta, count: -1 } })),
    0,
    /not a page of works/,
  ],
  ['answers a web page', except((request) => request > 1, html), 200, /HTML or XML instead of JSON/],
  [
    'has an empty page in the middle',
    answerWith(({ results }, number) => ({ results: number === 2 ? [] : results })),
    200,
    /its list has 200/,
  ],
  [
    'goes in circles',
    answerWith(({ meta }, number) => ({ meta: { ...meta, next_cursor: `${(number + 1) % 3}` } })),
    300,
    /repeats a cursor/,
  ],
];
