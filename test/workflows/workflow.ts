import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A step of a job or of a composite action, as far as the rules look at it. */
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly container?: { readonly image: string };
  readonly steps: readonly Step[];
  readonly needs?: string | readonly string[];
  readonly concurrency?: { readonly group: string };
}

/** A workflow, or the `runs` of a composite action as its only job. */
export interface Workflow {
  readonly path: string;
  readonly text: string;
  readonly composite: boolean;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Every workflow and composite action of this repository. */
export function workflows(): readonly Workflow[] {
  return globSync('.github/{workflows,actions/*}/*.yaml', { cwd: ROOT })
    .sort()
    .map((path) => parseWorkflow(path, readFileSync(`${ROOT}${path}`, 'utf8')));
}

function parseWorkflow(path: string, text: string): Workflow {
  const content = parse(text);
  if (content.runs === undefined) return { path, text, composite: false, ...content };
  return { path, text, composite: true, on: {}, jobs: { action: content.runs } };
}
