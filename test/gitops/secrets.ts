/** Patterns of what must never be in git, each with a name. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a token of GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})/,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a key of AWS': /\bAKIA[0-9A-Z]{16}\b/,
  'a token of DigitalOcean': /\bdop_v1_[0-9a-f]{64}\b/,
  'a token of Slack': /\bxox[abpr]-[A-Za-z0-9-]{10,}/,
  'a JSON web token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a password in a URL': /\b[a-z]+:\/\/[^\s:/@$]+:[^\s:/@$]{4,}@/,
  'a Secret with data': /^kind: Secret$[\s\S]*?^(?:stringData|data):/m,
  'an API key':
    /\b(?:api[-_]?key|password|passwd|secret|token)["']?\s*[:=]\s*["']?(?=[\w+/.-]*\d)(?=[\w+/.-]*[a-z])[\w+/.-]{24,}/i,
};

/** What a text gives away, by the names of the patterns. */
export function secretsIn(text: string): readonly string[] {
  return Object.keys(PATTERNS).filter((name) => PATTERNS[name]?.test(text));
}
