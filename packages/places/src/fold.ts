/** Letters that Unicode doesn't decompose, as they are typed on other keyboards. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/** Folds a name for comparison: no accents, case, full stops or apostrophes, one space between words. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/['‘’ʻʼ.]/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
