import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CHART_FILES, chartFiles } from './chart-files.ts';

/** Writes the rules and dashboards into the chart, and removes what is there no more. */
for (const folder of ['rules', 'dashboards']) {
  for (const name of readdirSync(`${CHART_FILES}/${folder}`))
    rmSync(`${CHART_FILES}/${folder}/${name}`);
}
for (const [path, text] of Object.entries(chartFiles())) {
  mkdirSync(dirname(`${CHART_FILES}/${path}`), { recursive: true });
  writeFileSync(`${CHART_FILES}/${path}`, text);
}
