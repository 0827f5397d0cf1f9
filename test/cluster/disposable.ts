import { run } from './kubectl.ts';

/** Throws unless the current context's cluster is one that nobody misses: its name, or DISPOSABLE=1, says so. */
export function requireDisposableCluster(): void {
  const { status, stdout, stderr } = run('kubectl', ['config', 'current-context']);
  if (status !== 0)
    throw new Error(`no cluster to test: ${stderr.trim()}; make cluster raises one`);
  const refusal = refusalOf(stdout.trim(), process.env.DISPOSABLE);
  if (refusal !== undefined) throw new Error(refusal);
}

/** Why the suite doesn't run against a context; undefined where it does. */
export function refusalOf(context: string, disposable: string | undefined): string | undefined {
  if (context.includes('disposable') || disposable === '1') return undefined;
  return `the current context is "${context}"; allowed: one with "disposable" in its name, or any with DISPOSABLE=1`;
}
