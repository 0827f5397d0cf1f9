/** What the page stores from one visit to the next. If the browser refuses, it stores nothing. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, value: string | null): void;
}

/** The browser's local storage. It throws if cookies are blocked, and when it is full. */
export const localMemory: Memory = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // The page works without a memory too.
    }
  },
};
