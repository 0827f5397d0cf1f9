/** Writes a text into an element. Changes the document only if the text differs. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** The part of a drawing that a selector finds. The document has it, or React has just rendered it. */
export function part<E extends HTMLElement = HTMLElement>(of: ParentNode, selector: string): E {
  const found = of.querySelector<E>(selector);
  if (found === null) throw new Error(`There is no ${selector} to draw.`);
  return found;
}

/** A paragraph of a drawing. */
interface Line {
  readonly className: string;
  readonly text: string;
  /** Last words, which carry the colour of the state. */
  readonly key?: string;
}

/** Writes paragraphs. From the first that changed on, all are new: to a browser, what is new doesn't move. */
export function writeLines(element: Element, lines: readonly Line[]): void {
  const old = [...element.children];
  const changed = lines.findIndex((line, place) => old[place]?.textContent !== wholeText(line));
  if (changed === -1 && old.length === lines.length) return;
  const kept = changed === -1 ? lines.length : changed;
  for (const paragraph of old.slice(kept)) paragraph.remove();
  element.append(...lines.slice(kept).map(toParagraph));
}

function wholeText({ text, key = '' }: Line): string {
  return key === '' ? text : `${text} ${key}`;
}

function toParagraph({ className, text, key = '' }: Line): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  paragraph.append(text);
  if (key === '') return paragraph;
  const strong = document.createElement('strong');
  strong.append(key);
  paragraph.append(' ', strong);
  return paragraph;
}
