const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const GROUP = '[0-9A-Fa-f]{1,4}';

/** An IPv6 address whose `::` has so many groups before it, and the rest or fewer behind it. */
function compressed(before: number): string {
  return `(?:${GROUP}:){1,${before}}(?::${GROUP}){1,${7 - before}}`;
}

/** An IPv4 address, or an IPv6 address as RFC 4291 §2.2 writes it in hexadecimal. */
export const IP_ADDRESS_PATTERN = `^(?:${[
  `(?:${OCTET}\\.){3}${OCTET}`,
  `(?:${GROUP}:){7}${GROUP}`,
  ...[6, 5, 4, 3, 2, 1].map(compressed),
  `(?:${GROUP}:){1,7}:`,
  `:(?::${GROUP}){1,7}`,
  '::',
].join('|')})$`;
