import { type Setting, Settings } from './settings.ts';

const settings = Object.entries<Setting>(Settings.properties);

/** The settings as the lines of a help text: name and default, meaning, allowed values. */
export function describeSettings(): string {
  return settings
    .map(
      ([variable, { title, description, default: byDefault = '' }]) =>
        `  ${variable}=${byDefault}\n      ${title}\n      Allowed: ${description}.`,
    )
    .join('\n');
}

/** docs/settings.md. */
export function settingsPage(): string {
  const rows = settings.map(([variable, { title = '', description = '', ...setting }]) => [
    `\`${variable}\``,
    defaultCell(setting),
    description,
    title,
  ]);
  return `# Settings of the API

Environment variables of the API's process, its container and its pod. An empty variable counts as
unset. A value that is not allowed, or a misspelt name, ends the start with one line that says why.
\`node app/api/dist/main.cjs --help\` prints the same. In Kubernetes the
[chart's values](../charts/dataiku/README.md) set them.

<!-- \`make settings\` writes this page from app/api/src/settings.ts. -->

${table([['variable', 'default', 'allowed', 'meaning'], ...rows])}
`;
}

function defaultCell(setting: Pick<Setting, 'default' | 'defaultInWords'>): string {
  if (setting.defaultInWords !== undefined) return setting.defaultInWords;
  return setting.default === undefined ? 'unset' : `\`${setting.default}\``;
}

/** A table in the form that Biome gives one: each column as wide as its widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = '', ...rest] = rows.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...rest].join('\n');
}
