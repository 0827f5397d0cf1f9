/**
 * Keeps the page's own files, so that it opens without a network. It never touches /api: an answer
 * from a cache would be a wrong time, and even a request that passes through here takes longer.
 */

/** Every file of the built page; the build puts the list here. */
declare const PAGE_FILES: readonly string[];
/** Changes with any of them. */
declare const PAGE_VERSION: string;

/** A visitor whose network stalls gets the kept page after this time, in ms. */
const PATIENCE_MS = 4_000;

/** The parts of a service worker's scope that are used here: the page's types know none of it. */
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
  /** Chromium's static routes; browsers without them ask the fetch listener below. */
  addRoutes?(routes: readonly object[]): Promise<void>;
}
interface RequestEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: EventTarget & { skipWaiting(): Promise<void> };

self.addEventListener('install', (event) => {
  const life = event as LifeEvent;
  const routes = [{ condition: { urlPattern: { pathname: '/api/*' } }, source: 'network' }];
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
  // The document is asked for each time: a new version shows at once.
  if (pathname === '/') asked.respondWith(fromNetwork(request));
  else if (PAGE_FILES.includes(pathname)) asked.respondWith(fromCache(request));
});

/** Stores all of the page, or fails: the browser tries again with the next visit. */
async function store(): Promise<void> {
  const cache = await caches.open(PAGE_VERSION);
  await cache.addAll(PAGE_FILES.map((path) => new Request(path, { cache: 'no-cache' })));
  if (isOfThisVersion((await (await cache.match('/'))?.text()) ?? '')) return;
  await caches.delete(PAGE_VERSION);
  throw new Error('The document is of another version of the page than its files.');
}

/** In a rollout the document may come from a server of another version, which names other files. */
function isOfThisVersion(page: string): boolean {
  const named = page.match(/\/assets\/[\w.-]+/g) ?? [];
  return named.length > 0 && named.every((path) => PAGE_FILES.includes(path));
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

/** The document, or where it has gone; as it was kept where the server fails, or takes too long. */
async function fromNetwork(request: Request): Promise<Response> {
  const answer = fetch(request);
  const kept = await caches.match('/').catch(() => undefined);
  if (kept === undefined) return answer;
  const fresh = answer.then(
    (response) => (response.ok || response.type === 'opaqueredirect' ? response : kept),
    () => kept,
  );
  const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return Promise.race([fresh, late]);
}

export {};
