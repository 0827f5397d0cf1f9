/** 110 random bits as 22 digits in base 32, which are also characters of base64url. */
export function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(22));
  return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('');
}
