import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/**
 * Sets the security headers of every answer: pages may load only what this server serves, and no site may show them in
 * a frame. The header Strict-Transport-Security is left to the HTTPS proxy in front of this server, because the server
 * itself uses plain HTTP.
 */
export const securityHeaders = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, reply, done) => {
    setHeaders(request.raw, reply.raw, () => done());
  });
};

/** Created only once, because helmet takes longer to build the headers than to set them. */
const setHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'], // the style sheet of GraphiQL contains fonts as data: URLs
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
});
