import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';

/*
 * Loaded before a server: notes the id of every request that its HTTP server accepts, and writes them into the file
 * that ACCEPTED names when the process ends.
 */

const accepted = [];
subscribe('http.server.request.start', ({ request }) => accepted.push(request.headers['x-request-id']));
process.on('exit', () => writeFileSync(process.env.ACCEPTED, accepted.join('\n')));
