/** The query of the page's address, as an external store. It can be shared as a link. */
export interface PageAddress {
  readonly get: (name: string) => string | null;
  /** Replaces a parameter without a new entry in the browser's history; null removes it. */
  set(name: string, value: string | null): void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The address of `page`, the browser's window. */
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
      page.history.replaceState(null, '', withQuery(page.location, readableQuery(query)));
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A query for people to read: slashes, commas and colons need no escape in it. */
export function readableQuery(query: URLSearchParams): string {
  return String(query).replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
}

function withQuery({ pathname, hash }: Location, query: string): string {
  return `${pathname}${query === '' ? '' : '?'}${query}${hash}`;
}
