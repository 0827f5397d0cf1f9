/** The query of the page's address, as an outside store: what it holds can be shared as a link. */
export interface PageAddress {
  readonly get: (name: string) => string | null;
  /** Replaces a parameter in place, without a step in the browser's history; null takes it away. */
  set(name: string, value: string | null): void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The address of `page`, which is the browser's window. */
export function readPageAddress(
  page: Pick<Window, 'location' | 'history' | 'addEventListener'>,
): PageAddress {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  page.addEventListener('popstate', notify);
  return {
    get: (name) => new URLSearchParams(page.location.search).get(name),
    set(name, value) {
      const query = new URLSearchParams(page.location.search);
      if (value === null) query.delete(name);
      else query.set(name, value);
      page.history.replaceState(null, '', withQuery(page.location, String(query)));
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** These need no escape in a query, and read better without. */
function withQuery({ pathname, hash }: Location, query: string): string {
  const readable = query.replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `${pathname}${readable === '' ? '' : '?'}${readable}${hash}`;
}
