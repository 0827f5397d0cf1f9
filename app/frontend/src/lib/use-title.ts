import { useEffect } from 'react';
import { useLanguage } from './use-language.ts';

/** Puts a name before the page's title, in the browser's tab; null for the title alone. */
export function useTitle(name: string | null): void {
  const { title } = useLanguage().texts;
  useEffect(() => {
    document.title = name === null ? title : `${name} · ${title}`;
    return () => {
      document.title = title;
    };
  }, [name, title]);
}
