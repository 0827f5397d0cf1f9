/** What the page remembers from one visit to the next; nothing where the browser refuses. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, value: string | null): void;
}

/** The browser's local storage. It throws where cookies are blocked, and when it is full. */
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
      // The page works as well without a memory.
    }
  },
};
