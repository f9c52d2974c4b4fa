import type { ServerResponse } from 'node:http';

/** Ways in which a service fails, each as an answer to one request. */
export const faults = {
  tooMany: (response: ServerResponse) => {
    response.writeHead(429, { 'retry-after': '0.05' }).end('{"error":"Too many requests"}');
  },
  waitLong: (response: ServerResponse) => {
    response.writeHead(429, { 'retry-after': '7200' }).end('{"error":"Too many requests"}');
  },
  tooFast: (response: ServerResponse) => {
    response
      .writeHead(403, { 'content-type': 'application/json' })
      .end('{"error":"Forbidden","message":"Slow down"}');
  },
  failing: (response: ServerResponse) => {
    response.writeHead(500, { 'content-type': 'text/html' }).end('<html>Server error</html>');
  },
  html: (response: ServerResponse) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<html><body>Log in to the network</body></html>');
  },
  otherJson: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"results":"none"}');
  },
  /** The connection ends before the body is complete. */
  cut: (response: ServerResponse, body: () => string) => {
    const text = body();
    response.writeHead(200, { 'content-length': String(Buffer.byteLength(text)) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  },
  /** The body ends properly but in the middle of the JSON. */
  cutJson: (response: ServerResponse, body: () => string) => {
    const text = body();
    response.writeHead(200).end(text.slice(0, text.length / 2));
  },
  /** Part of the body comes, and then nothing. */
  stuck: (response: ServerResponse, body: () => string) => {
    response.writeHead(200).write(body().slice(0, 10));
  },
  slow: (response: ServerResponse, body: () => string) => {
    const text = body();
    response.writeHead(200);
    const half = Math.floor(text.length / 2);
    response.write(text.slice(0, half));
    setTimeout(() => response.end(text.slice(half)), 100);
  },
  /** The body never ends. */
  endless: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = ' '.repeat(65_536);
    const write = (): void => {
      while (!response.destroyed && response.write(chunk));
      response.once('drain', write);
    };
    write();
  },
  elsewhere: (response: ServerResponse) => {
    response.writeHead(302, { location: 'http://elsewhere.invalid/works?api_key=stolen' }).end();
  },
  /** To the same address, with a name and a password, which fetch refuses. */
  withPassword: (response: ServerResponse) => {
    const { headers, url } = response.req;
    response.writeHead(302, { location: `http://user:password@${headers.host}${url}` }).end();
  },
  encrypted: (response: ServerResponse) => {
    response.writeHead(301, { location: 'https://127.0.0.1/works' }).end();
  },
  sameCursor: (response: ServerResponse) => {
    const works = [{ id: 'https://openalex.org/W1', title: 'Again', authorships: [] }];
    response.writeHead(200).end(JSON.stringify({ meta: { count: 1000, next_cursor: '*' }, results: works }));
  },
} as const satisfies Record<string, (response: ServerResponse, body: () => string) => void>;

export type Fault = keyof typeof faults;
