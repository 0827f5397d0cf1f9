/**
 * What was printed, without what changes from one run to the next: figures and ids. A number, and
 * each stretch of digits in a text (hexadecimal ones, with a sign before them), becomes `#`. Names,
 * words, truth values, null and the order of things stay. JSON is compared as data, however it is
 * laid out.
 */
export function withoutWhatChanges(printed: string): unknown {
  return printed
    .trim()
    .split(/\n(?=\S)(?![}\]])/)
    .map((part) => (/^[[{]/.test(part) ? plainData(JSON.parse(part)) : plainText(part)));
}

function plainData(data: unknown): unknown {
  if (typeof data === 'number') return '#';
  if (typeof data === 'string') return plainText(data);
  if (Array.isArray(data)) return data.map(plainData);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plainData(value)]));
}

function plainText(text: string): string {
  return text.replace(/-?[0-9a-f]*\d[0-9a-f]*/g, '#');
}
