/** 110 random bits as 22 digits of base 32, which are of base64url as well. */
export function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(22));
  return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('');
}
