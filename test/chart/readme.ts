import { type DocumentedValue, documentedValues } from './documented-value.ts';

const BEGIN = '<!-- Made of values.yaml by scripts/write-chart-readme.sh -->';
const END = '<!-- The end of the values -->';

/** The chart's README with its part on values made anew from values.yaml. */
export function withValues(readme: string, values: string): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`no ${BEGIN} … ${END}`);
  return [before, BEGIN, '\n\n', sections(documentedValues(values)), '\n', END, after].join('');
}

/** A section for each top-level key, with a table of the values below it. */
function sections(all: readonly DocumentedValue[]): string {
  return all
    .filter(({ path }) => !path.includes('.'))
    .map(({ path, comment, value }) => {
      const own = all.filter((other) => other.path.startsWith(`${path}.`));
      const rows = value === undefined ? own : [{ path, comment, value }];
      const intro = value === undefined ? `${comment}\n\n` : '';
      return `### \`${path}\`\n\n${intro}${table(rows)}`;
    })
    .join('\n');
}

function table(values: readonly DocumentedValue[]): string {
  const rows = values.map(({ path, comment, value }) => {
    const shown = value === undefined ? '' : `\`${JSON.stringify(value)}\``;
    return `| \`${path}\` | ${shown} | ${comment.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |\n`;
  });
  return `| value | default | what it is |\n| --- | --- | --- |\n${rows.join('')}`;
}
