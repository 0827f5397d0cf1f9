import { parse } from 'yaml';
import { publicNames } from '../../scripts/gitops-values.ts';
import { zoneRecords } from '../../scripts/zone-records.ts';
import { type ArgoApplication, renderRoot } from '../gitops/manifests.ts';
import { read } from './pages.ts';

/** The diagrams that are made of the repository's own files, by name, as Mermaid writes them. */
export const GENERATED_DIAGRAMS: Readonly<Record<string, () => string>> = {
  pipeline,
  'application-tree': applicationTree,
  'dns-chain': dnsChain,
};

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
}

/** The jobs that run for a commit on main, and which one waits for which. */
function pipeline(): string {
  const workflow = 'build-and-push.yaml';
  const { jobs } = parse(read(`.github/workflows/${workflow}`)) as Workflow;
  const nodes = Object.entries(jobs).map(([name, { strategy }]) => {
    const times = Object.values(strategy?.matrix ?? {}).map((values) => values.join(', '));
    return node(name, [name, ...times]);
  });
  const edges = Object.entries(jobs).flatMap(([name, { needs = 'commit' }]) =>
    [needs].flat().map((before) => `  ${before} --> ${name}`),
  );
  return diagram(`the jobs of ${workflow}`, 'flowchart LR', [
    '  commit("commit on main")',
    ...nodes,
    '  branch("branch deploy")',
    '  cluster("Argo CD")',
    ...edges,
    '  deploy -- "moves" --> branch',
    '  cluster -- "follows" --> branch',
  ]);
}

/** The Applications that the root Application brings in, wave by wave. */
function applicationTree(): string {
  const applications = renderRoot().filter(
    ({ kind }) => kind === 'Application',
  ) as ArgoApplication[];
  const waves = Map.groupBy(
    applications.filter(({ metadata }) => metadata.name !== 'root'),
    ({ metadata }) => Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']),
  );
  const groups = [...waves]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([wave, members]) => [
      `  subgraph wave${wave}["wave ${wave}"]`,
      ...members.map(
        ({ metadata, spec }) => `  ${node(metadata.name, [metadata.name, whatOf(spec)])}`,
      ),
      '  end',
      `  ${wave === 1 ? 'root' : `wave${wave - 1}`} --> wave${wave}`,
    ]);
  return diagram('what gitops/root.yaml brings in', 'flowchart TB', ['  root("root")', ...groups]);
}

/** The chart, with its version, or the folders that an Application is made of. */
function whatOf({ source, sources = [] }: ArgoApplication['spec']): string {
  return [source, ...sources]
    .flatMap((part) => (part === undefined ? [] : [part]))
    .map(({ chart, targetRevision, path }) => (chart ? `${chart} ${targetRevision}` : `${path}`))
    .join(', ');
}

/** The records that lead from the application's name to the load balancer. */
function dnsChain(): string {
  const [alias = '', address = ''] = zoneRecords(publicNames('production')).trim().split('\n');
  const [host = '', , , edge = ''] = alias.split(' ');
  const ip = address.split(' ').at(-1) ?? '';
  return diagram('the DNS records of production', 'flowchart LR', [
    `  host["${host}"] -- "CNAME" --> edge["${edge}"]`,
    `  edge -- "A" --> ip["${ip}<br/>the load balancer"]`,
    '  ip --> traefik["Traefik"]',
  ]);
}

function node(id: string, lines: readonly string[]): string {
  return `  ${id}["${lines.join('<br/>')}"]`;
}

function diagram(title: string, type: string, lines: readonly string[]): string {
  return `---\ntitle: "Diagram: ${title}"\n---\n${type}\n${lines.join('\n')}\n`;
}
