/** Copies a text. Resolves to false where the browser refuses: without TLS, or when the visitor forbade it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
