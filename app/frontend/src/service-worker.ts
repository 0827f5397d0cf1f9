/**
 * Caches the page's own files, so that the page opens offline. It never touches /api: a cached answer
 * would be a wrong time, and even passing a request through would delay it.
 */

/** Every file of the built page, relative to this one. The build inserts the list. */
declare const PAGE_FILES: readonly string[];
/** Changes with each of them. */
declare const PAGE_VERSION: string;

/** The folder of the page: the root, or a path below which all of it is served. */
const PAGE = new URL('./', location.href);

/** The documents that open offline. */
const DOCUMENTS = new Set([PAGE.pathname, `${PAGE.pathname}wall`]);

/** When the network stalls, the visitor gets the cached page after this time, in ms. */
const PATIENCE_MS = 4_000;

/** The used parts of a service worker's scope, which is missing from the page's types. */
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
  /** Static routes, in Chromium only. Other browsers use the fetch listener below. */
  addRoutes?(routes: readonly object[]): Promise<void>;
}
interface RequestEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: EventTarget & { skipWaiting(): Promise<void> };

self.addEventListener('install', (event) => {
  const life = event as LifeEvent;
  const routes = [
    { condition: { urlPattern: { pathname: `${PAGE.pathname}api/*` } }, source: 'network' },
  ];
  life.waitUntil(Promise.all([store(), life.addRoutes?.(routes), self.skipWaiting()]));
});

self.addEventListener('activate', (event) => {
  (event as LifeEvent).waitUntil(dropOldVersions());
});

self.addEventListener('fetch', (event) => {
  const asked = event as RequestEvent;
  const { request } = asked;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || request.method !== 'GET') return;
  // Documents are requested every time, so that a new version shows at once.
  if (DOCUMENTS.has(pathname)) asked.respondWith(fromNetwork(request));
  else if (isPageFile(pathname)) asked.respondWith(fromCache(request));
});

/** Caches the whole page, or fails. The browser tries again at the next visit. */
async function store(): Promise<void> {
  const cache = await caches.open(PAGE_VERSION);
  await cache.addAll(
    PAGE_FILES.map((path) => new Request(new URL(path, PAGE), { cache: 'no-cache' })),
  );
  if (isOfThisVersion((await (await cache.match(PAGE))?.text()) ?? '')) return;
  await caches.delete(PAGE_VERSION);
  throw new Error('The document and the files belong to different versions of the page.');
}

/** During a rollout, the document may come from a server of another version, and name other files. */
function isOfThisVersion(page: string): boolean {
  const named = page.match(/assets\/[\w.-]+/g) ?? [];
  return named.length > 0 && named.every((path) => PAGE_FILES.includes(path));
}

function isPageFile(pathname: string): boolean {
  return (
    pathname.startsWith(PAGE.pathname) && PAGE_FILES.includes(pathname.slice(PAGE.pathname.length))
  );
}

async function dropOldVersions(): Promise<void> {
  const versions = await caches.keys();
  await Promise.all(
    versions.filter((name) => name !== PAGE_VERSION).map((name) => caches.delete(name)),
  );
}

async function fromCache(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** The document or a redirect from the network; the cached document if the server fails or is too slow. */
async function fromNetwork(request: Request): Promise<Response> {
  const answer = fetch(request);
  const kept = await caches.match(request, { ignoreSearch: true }).catch(() => undefined);
  if (kept === undefined) return answer;
  const fresh = answer.then(
    (response) => (response.ok || response.type === 'opaqueredirect' ? response : kept),
    () => kept,
  );
  const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return Promise.race([fresh, late]);
}

export {};
