import type { Job, Workflow } from './workflow.ts';

/** What outsiders write, or can choose: in a script it would be run. */
const INPUT = /\$\{\{/;
const PINNED = /^[^@\s]+@[0-9a-f]{40}$/;

/** What is against the rules of this repository in a workflow or a composite action. */
export function workflowProblems(workflow: Workflow): readonly string[] {
  const { path, text, composite, permissions, on, jobs } = workflow;
  const problems = [
    ...(composite || JSON.stringify(permissions) === '{}' ? [] : ['gives every job permissions']),
    ...('pull_request_target' in on || 'workflow_run' in on ? ['runs for outsiders'] : []),
    ...usesLines(text).flatMap(pinProblems),
    ...[...text.matchAll(/^ {6}[a-z-]+: (?:read|write)$/gm)].map(
      ([line]) => `does not say why it needs ${line.trim()}`,
    ),
    ...Object.entries(jobs).flatMap(([name, job]) =>
      jobProblems(job, workflow).map((problem) => `${name}: ${problem}`),
    ),
  ];
  return problems.map((problem) => `${path}: ${problem}`);
}

/** Each action that a text names, with the version in the comment behind it. */
export function usesLines(text: string): readonly { action: string; tag: string | undefined }[] {
  return [...text.matchAll(/^\s*(?:- )?uses: (\S+)(?: # (v\d+\.\d+\.\d+))?(.*)$/gm)]
    .map(([, action = '', tag]) => ({ action, tag }))
    .filter(({ action }) => !action.startsWith('./'));
}

function pinProblems({ action, tag }: { action: string; tag: string | undefined }) {
  if (!PINNED.test(action)) return [`${action} is not pinned to a commit`];
  return tag === undefined ? [`${action} does not say its version`] : [];
}

function jobProblems(job: Job, { composite, on }: Workflow): readonly string[] {
  const problems: string[] = [];
  if (!composite && job.permissions === undefined) problems.push('does not say its permissions');
  if (!composite && job['timeout-minutes'] === undefined) problems.push('has no time limit');
  for (const [scope, level] of Object.entries(job.permissions ?? {})) {
    if ('pull_request' in on && level !== 'read')
      problems.push(`lets a pull request write ${scope}`);
  }
  for (const { uses, run, with: options = {} } of job.steps) {
    if (uses?.startsWith('actions/checkout@') && options['persist-credentials'] !== false)
      problems.push('leaves its token in the checkout');
    if (run !== undefined && INPUT.test(run))
      problems.push(`puts an expression into a script: ${run}`);
  }
  return problems;
}
