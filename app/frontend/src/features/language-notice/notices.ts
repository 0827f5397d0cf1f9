/** “This page is in English.”, by language. */
const NOTICES: Readonly<Record<string, string>> = {
  ca: 'Aquesta pàgina és en anglès.',
  cs: 'Tato stránka je v angličtině.',
  da: 'Denne side er på engelsk.',
  el: 'Αυτή η σελίδα είναι στα αγγλικά.',
  fi: 'Tämä sivu on englanniksi.',
  he: 'הדף הזה באנגלית.',
  hi: 'यह पृष्ठ अंग्रेज़ी में है।',
  hu: 'Ez az oldal angol nyelvű.',
  id: 'Halaman ini dalam bahasa Inggris.',
  it: 'Questa pagina è in inglese.',
  ko: '이 페이지는 영어로 되어 있습니다.',
  nb: 'Denne siden er på engelsk.',
  nl: 'Deze pagina is in het Engels.',
  pl: 'Ta strona jest po angielsku.',
  pt: 'Esta página está em inglês.',
  ro: 'Această pagină este în limba engleză.',
  ru: 'Эта страница на английском языке.',
  sv: 'Den här sidan är på engelska.',
  th: 'หน้านี้เป็นภาษาอังกฤษ',
  tr: 'Bu sayfa İngilizcedir.',
  uk: 'Ця сторінка англійською мовою.',
  vi: 'Trang này bằng tiếng Anh.',
  zh: '此页面为英文。',
};

/** A sentence and its language. */
export interface Notice {
  readonly lang: string;
  readonly text: string;
}

/** What a visitor with these languages is told of a page in English: in the first that has words for it. */
export function noticeFor(languages: readonly string[]): Notice {
  const lang = languages.map((tag) => tag.split('-')[0] ?? '').find((code) => code in NOTICES);
  return lang === undefined
    ? { lang: 'en', text: 'This page is in English.' }
    : { lang, text: NOTICES[lang] ?? '' };
}
