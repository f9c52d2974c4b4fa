import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorAnswer } from './errorAnswer.ts';
import { addVary } from './vary.ts';

/** Answers an unknown address with a page for a browser and with JSON for a program. */
export const notFound = ({ id, method, url, headers }: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const message = `There is nothing at ${method} ${url.split('?')[0]}.`;
  reply.code(404);
  addVary(reply, 'accept');
  if (!(headers.accept ?? '').includes('text/html')) {
    return reply.send(errorAnswer(id, 'BAD_REQUEST', message));
  }
  return reply.type('text/html; charset=utf-8').send(pageOf(message));
};

const pageOf = (message: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Not found</title>
  </head>
  <body>
    <main>
      <h1>Not found</h1>
      <p>${escapeHtml(message)}</p>
      <p><a href="/">Search the graph</a> or <a href="/graphiql/">write a query</a>.</p>
    </main>
  </body>
</html>
`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
