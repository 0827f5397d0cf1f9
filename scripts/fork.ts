import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { type Names, presentNames, UNKNOWN_ADDRESS, wantedNames } from './fork-names.ts';

/** Applies all rules at once, since a new name may contain an old one. No rule has a group of its own. */
function rename(text: string, rules: readonly (readonly [pattern: string, to: string])[]): string {
  const all = new RegExp(rules.map(([pattern]) => `(${pattern})`).join('|'), 'gm');
  return text.replace(all, (found: string, ...groups: readonly (string | undefined)[]) => {
    const to = rules[groups.findIndex((group) => group !== undefined)]?.[1] ?? found;
    // In a regular expression of a test, each dot has a backslash.
    return found.includes('\\.') ? to.replaceAll('.', '\\.') : to;
  });
}

/** Where each old name stands for this repository; the first rule that matches wins. */
function rulesFor(old: Names, now: Names): readonly (readonly [string, string])[] {
  const [oldOwner = '', oldName = ''] = old.repository.split('/');
  const [owner = '', name = ''] = now.repository.split('/');
  // npm and registries of images know lower case alone.
  const [oldScope, scope] = [oldOwner.toLowerCase(), owner.toLowerCase()];
  const start = String.raw`(?<!\w|\w-)`;
  const word = (text: string) => String.raw`${start}${literal(text)}(?![\w-])`;
  return [
    [word(old.repository), now.repository],
    [`@${literal(oldScope)}(?=/)`, `@${scope}`],
    [String.raw`${start}${literal(oldScope)}(?=/(?:dataiku\b|charts/))`, scope],
    [String.raw`(?<=github\.com/)${literal(oldOwner)}(?![\w/-])`, owner],
    [`(?<=^ {2}- name: )${literal(oldOwner)}$`, owner],
    // In package.json, and at both depths of the lock file.
    [`(?<=^(?: {2}| {6})"name": ")${literal(oldName.toLowerCase())}(?=")`, name.toLowerCase()],
    [word(old.stagingHost), now.stagingHost],
    [word(old.host), now.host],
    [word(old.edgeHost), now.edgeHost],
    [word(old.address), now.address],
    [word(old.zone), now.zone],
  ];
}

/** Matches the text as it is, and as tests write it in a regular expression. */
function literal(text: string): string {
  return text.replaceAll('.', String.raw`\\?\.`);
}

/** Renames everything in the files that git knows; returns the paths of those that changed. */
function fork(now: Names): readonly string[] {
  const rules = rulesFor(presentNames(), now);
  const cwd = new URL('../', import.meta.url);
  const files = execFileSync('git', ['ls-files', '-z'], { cwd, encoding: 'utf8' }).split('\0');
  return files.filter((path) => {
    // Its own example and its address for nobody stay.
    if (path === 'scripts/fork-names.ts') return false;
    const url = new URL(path, cwd);
    if (path === '' || !lstatSync(url, { throwIfNoEntry: false })?.isFile()) return false;
    const text = readFileSync(url, 'utf8');
    const renamed = text.includes('\0') ? text : rename(text, rules);
    if (renamed === text) return false;
    writeFileSync(url, renamed);
    return true;
  });
}

try {
  const now = wantedNames(process.env);
  const changed = fork(now);
  process.stdout.write(`fork: ${now.repository} at ${now.host}: ${changed.length} files changed\n`);
  if (now.address === UNKNOWN_ADDRESS) {
    process.stdout.write(
      `fork: ADDRESS is not given: ${UNKNOWN_ADDRESS} stands for the load balancer's\n`,
    );
  }
} catch (error) {
  process.stderr.write(`fork: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
