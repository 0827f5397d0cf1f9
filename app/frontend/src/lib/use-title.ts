import { useEffect } from 'react';
import { useLanguage } from './use-language.ts';

/** Puts a name before the page's title, in the browser's tab; null leaves the title alone. */
export function useTitle(name: string | null): void {
  const { title } = useLanguage().texts;
  useEffect(() => {
    if (name === null) return;
    document.title = `${name} · ${title}`;
    return () => {
      document.title = title;
    };
  }, [name, title]);
}
