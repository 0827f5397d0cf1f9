/**
 * The HTTP headers that every server of this system sends: the API process and the page's nginx.
 * HSTS is not here: it belongs to the edge, which ends TLS.
 */

/** What a document may load, and who may frame it, by directive. */
const CONTENT_SECURITY_POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** Writes the policy, with directives of its own, as the header has it. */
export function writePolicy(own: Readonly<Record<string, string>> = {}): string {
  return Object.entries({ ...CONTENT_SECURITY_POLICY, ...own })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/**
 * On every answer but those below /api that are no document. Cross-origin isolation (COOP and COEP) gives the
 * page's timers 5 µs steps.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': writePolicy(),
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** A document of the page. */
interface PageDocument {
  readonly file: string;
  /** The headers in which it differs from all other answers. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The page's documents, by their addresses. */
export const DOCUMENTS: Readonly<Record<string, PageDocument>> = {
  '/': {
    file: 'index.html',
    // It shows what `/embed` looks like.
    headers: { 'content-security-policy': writePolicy({ 'frame-src': "'self'" }) },
  },
  '/wall': { file: 'wall.html', headers: {} },
  '/embed': {
    file: 'embed.html',
    // Any page may show it in a frame; an isolated one needs the second header.
    headers: {
      'content-security-policy': writePolicy({ 'frame-ancestors': '*' }),
      'cross-origin-resource-policy': 'cross-origin',
    },
  },
};

/**
 * On every answer below /api that is no document: open to every origin, with the headers that time clients read.
 * A browser that shows data loads and runs nothing, so the rest of a document's policy would only cost each
 * answer a fifteenth of its CPU time.
 */
export const API_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Age, Date, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
};

/** On answers below /api that no browser shows as a document: text, and the shapes of other time APIs. */
export const API_LEAN_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** Caching of the page's files: hashed names for ever, all others are revalidated. */
export const PAGE_CACHE_CONTROL = {
  hashed: 'public, max-age=31536000, immutable',
  other: 'no-cache',
} as const;

/** The folder of the built page whose file names carry a hash of their content. */
export const HASHED_ASSETS_PATH = '/assets/';
