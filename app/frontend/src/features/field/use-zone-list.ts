import { useRef, useState } from 'react';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { readyNames } from './country-names.ts';
import { loadZoneList, type ZoneList } from './zone-list.ts';

/** The list of all zones, loaded on demand. */
export interface LoadedZoneList {
  /** Null until it is loaded. */
  readonly list: ZoneList | null;
  /** Whether the last request failed. */
  readonly hasFailed: boolean;
  /** Loads the list unless it is loaded or loading. Resolves to null when the request fails. */
  load(): Promise<ZoneList | null>;
}

/** Keeps the list of all zones. */
export function useZoneList(language: BelowLanguage): LoadedZoneList {
  const [list, setList] = useState<ZoneList | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const loading = useRef<Promise<ZoneList | null>>(null);
  const ask = async () => {
    setFailed(false);
    try {
      const loaded = await loadZoneList();
      setList(loaded);
      const codes = new Set(loaded.places.map(({ country }) => country));
      void readyNames([...codes], language);
      return loaded;
    } catch {
      setFailed(true);
      loading.current = null;
      return null;
    }
  };
  return {
    list,
    hasFailed,
    load() {
      loading.current ??= ask();
      return loading.current;
    },
  };
}
