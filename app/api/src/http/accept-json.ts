import type { FastifyInstance } from 'fastify';

/** Takes JSON bodies in the routes of this scope. */
export function acceptJson(app: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    done(null, parseJson(String(body)));
  });
}

/** Undefined, which every schema refuses, when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
