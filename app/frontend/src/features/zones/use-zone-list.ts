import { useRef, useState } from 'react';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { loadZoneList, readyNames, type ZoneList } from './zone-search.ts';

/** All zones, once somebody wants them. */
export interface LoadedZoneList {
  /** Null before they came. */
  readonly list: ZoneList | null;
  /** Whether the server was asked in vain. */
  readonly hasFailed: boolean;
  /** Asks for them, unless they are there or on their way; null when the server doesn't answer. */
  load(): Promise<ZoneList | null>;
}

/** The list of all zones, which is loaded when it is first wanted, and again after a failure. */
export function useZoneList(language: BelowLanguage): LoadedZoneList {
  const [list, setList] = useState<ZoneList | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const loading = useRef<Promise<ZoneList | null>>(null);
  const ask = async () => {
    setFailed(false);
    try {
      const loaded = await loadZoneList();
      setList(loaded);
      void readyNames(loaded, language);
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
