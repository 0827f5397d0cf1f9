import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `set-version.ts <version>` raises the version in every file that has it, and starts the changelog's
 * section of it. One version holds for images, chart and library.
 */
const VERSION = /^\d+\.\d+\.\d+$/;
const PACKAGES = [
  'app/api',
  'app/frontend',
  'packages/contract',
  'packages/clock-sync',
  'packages/places',
];
const USERS = ['test', 'bench', 'monitoring'];
const TEXTS = [
  'charts/dataiku/Chart.yaml',
  'compose.yaml',
  'README.md',
  'docs/deployment.md',
  'docs/local-cluster.md',
];

const [next = ''] = process.argv.slice(2);
const current: string = JSON.parse(read('app/api/package.json')).version;
if (!VERSION.test(next)) {
  process.stderr.write(
    `set-version: V is ${JSON.stringify(next)}; allowed: a version such as 1.2.3\n`,
  );
  process.exit(1);
}

// In a lock file, other packages may have the same version: only our own entries are ours.
const packageFiles = [...PACKAGES, ...USERS].map((folder) => `${folder}/package.json`);
for (const path of packageFiles) edit(path, raiseOwn);
edit('package-lock.json', (text) => {
  const lock = JSON.parse(text);
  for (const folder of [...PACKAGES, ...USERS]) {
    const entry = lock.packages[folder];
    if (entry !== undefined) lock.packages[folder] = JSON.parse(raiseOwn(JSON.stringify(entry)));
  }
  return `${JSON.stringify(lock, null, 2)}\n`;
});
for (const path of TEXTS) {
  edit(path, (text) =>
    text.replaceAll(new RegExp(`(?<![\\d.])${escaped(current)}(?![\\d.])`, 'g'), next),
  );
}
const today = new Date().toISOString().slice(0, 10);
edit('CHANGELOG.md', (text) =>
  text.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [${next}] - ${today}\n`),
);
process.stdout.write(
  `${current} → ${next}. Read the changelog, then commit, and tag it v${next}.\n`,
);

/** The package's own version, and those of its siblings that it depends on. */
function raiseOwn(text: string): string {
  return text.replaceAll(
    new RegExp(
      `("version"|"@[\\w-]+/(?:contract|clock-sync|places)"):( ?)"${escaped(current)}"`,
      'g',
    ),
    (_match, key, space) => `${key}:${space}"${next}"`,
  );
}

function escaped(version: string): string {
  return version.replaceAll('.', '\\.');
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(absolute(path), change(read(path)));
}

function read(path: string): string {
  return readFileSync(absolute(path), 'utf8');
}

function absolute(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
