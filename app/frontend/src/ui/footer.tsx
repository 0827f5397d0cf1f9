import { useLanguage } from '../lib/use-language.ts';

/** The end of the page. */
export function Footer() {
  const { texts } = useLanguage();
  return (
    <footer>
      <a href="api/docs">{texts.settings.api}</a>
    </footer>
  );
}
