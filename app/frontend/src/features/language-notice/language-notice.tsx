import { useEffect, useState } from 'react';
import { hasPageLanguage } from '../../lib/language.ts';
import { localMemory } from '../../lib/memory.ts';
import { noticeFor } from './notices.ts';
import './language-notice.css';

const KEY = 'language-told';

/** Tells visitors once, in their language, that the page has no words in it. */
export function LanguageNotice() {
  const [isOpen, setOpen] = useState(
    () => !hasPageLanguage(navigator.languages) && localMemory.read(KEY) === null,
  );
  useEffect(() => {
    if (isOpen) localMemory.write(KEY, 'yes');
  }, [isOpen]);
  if (!isOpen) return null;
  const { lang, text } = noticeFor(navigator.languages);
  return (
    <aside className="language-notice" lang={lang} dir="auto">
      <p>{text}</p>
      <button type="button" onClick={() => setOpen(false)}>
        OK
      </button>
    </aside>
  );
}
