import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

/**
 * `chart-diff.ts <commit>` prints, as Markdown, how what Argo CD renders of the folder it runs in differs from
 * what it renders of that commit: the root Application, each environment, and the charts of the platform, at
 * their versions of then and now. CHARTS is a folder of such charts, one folder `<chart>-<version>` for each;
 * what isn't there is pulled from its registry into it.
 */
interface Source {
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly path?: string;
  readonly chart?: string;
  readonly helm?: {
    readonly releaseName: string;
    readonly valueFiles?: readonly string[];
    readonly valuesObject?: object;
  };
}

interface Application {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly source?: Source;
    readonly sources?: readonly Source[];
    readonly destination: { readonly namespace: string };
  };
}

const SCRIPTS = dirname(fileURLToPath(import.meta.url));
const HELM = execFileSync(join(SCRIPTS, 'unpack-helm.sh'), { encoding: 'utf8' }).trim();
const CHARTS = process.env.CHARTS || join(SCRIPTS, '../.cache/platform-charts');

const [commit = ''] = process.argv.slice(2);
const known = spawnSync('git', ['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]);
if (known.status !== 0) fail(`'${commit}' is no commit here`);
const work = mkdtempSync(join(tmpdir(), 'chart-diff-'));
process.on('exit', () => rmSync(work, { recursive: true }));
const tree = join(work, 'tree');
mkdirSync(tree);
const archive = execFileSync('git', ['archive', commit], { maxBuffer: 2 ** 30 });
execFileSync('tar', ['-x', '-C', tree], { input: archive });

const [before, after] = [rendered(tree), rendered('.')];
process.stdout.write('## What this changes in the cluster\n');
for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
  const changes = difference(before.get(name) ?? '', after.get(name) ?? '');
  const text = changes === '' ? 'Nothing.' : `\`\`\`diff\n${changes}\n\`\`\``;
  process.stdout.write(`\n### ${name}\n\n${text}\n`);
}

/** What each Application of a tree makes, as text. A tree without the root chart makes nothing. */
function rendered(root: string): ReadonlyMap<string, string> {
  if (!existsSync(join(root, 'gitops/Chart.yaml'))) return new Map();
  const parameters = ['repository=https://example.com/repository.git', 'revision=deploy'];
  const text = helm([
    ...['template', 'root', join(root, 'gitops'), '--namespace', 'argocd'],
    ...parameters.flatMap((parameter) => ['--set', parameter]),
  ]);
  const applications = parseAllDocuments(text)
    .map((document) => document.toJS() as Application | null)
    .filter((object) => object?.kind === 'Application' && object.metadata.name !== 'root');
  const others = applications.map((application) => {
    const { metadata, spec } = application as Application;
    const sources = spec.sources ?? [spec.source as Source];
    const made = sources.map((source) => render(root, source, spec.destination.namespace));
    return [metadata.name, made.join('')] as const;
  });
  return new Map([['root', text], ...others]);
}

function render(root: string, source: Source, namespace: string): string {
  const { path, helm: options } = source;
  if (options === undefined) return manifests(join(root, path ?? ''));
  const chart = path === undefined ? platformChart(source) : join(root, path);
  // A leading slash is the root of the repository.
  const files = (options.valueFiles ?? []).flatMap((file) => ['--values', join(root, file)]);
  const args = ['template', options.releaseName, chart, '--namespace', namespace, ...files];
  // What Argo CD tells Helm of the cluster.
  const cluster = ['--api-versions', 'monitoring.coreos.com/v1'];
  return helm([...args, ...cluster, '--values', '-'], JSON.stringify(options.valuesObject ?? {}));
}

/** The plain manifests of a folder. */
function manifests(folder: string): string {
  const files = execFileSync('find', [folder, '-name', '*.yaml'], { encoding: 'utf8' });
  const names = files.trim().split('\n').sort();
  return names.map((name) => `---\n${readFileSync(name, 'utf8')}`).join('');
}

/** The folder of a chart of others at its version, which is pulled where it isn't there. */
function platformChart({ chart = '', repoURL, targetRevision }: Source): string {
  const folder = join(CHARTS, `${chart}-${targetRevision}`);
  if (existsSync(folder)) return folder;
  const isWeb = repoURL.startsWith('https://');
  const from = isWeb ? [chart, '--repo', repoURL] : [`oci://${repoURL}/${chart}`];
  const unpacked = mkdtempSync(join(work, 'chart-'));
  helm(['pull', ...from, '--version', targetRevision, '--untar', '--untardir', unpacked]);
  mkdirSync(CHARTS, { recursive: true });
  execFileSync('mv', [join(unpacked, chart), folder]);
  return folder;
}

/** How two texts differ. Comments tell the reader of a template, not the cluster. */
function difference(old: string, now: string): string {
  const [a, b] = [old, now].map((text, index) => {
    const file = join(work, String(index));
    writeFileSync(file, text.replace(/^ *#.*\n/gm, ''));
    return file;
  }) as [string, string];
  const labels = ['--label', 'before', '--label', 'after'];
  return spawnSync('diff', ['-u', ...labels, a, b], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  }).stdout.trimEnd();
}

function helm(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(HELM, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) {
    fail(`helm ${args.slice(0, 3).join(' ').replace(tree, commit)}: ${stderr.trim()}`);
  }
  return stdout;
}

function fail(message: string): never {
  process.stderr.write(`chart-diff: ${message}\n`);
  process.exit(1);
}
