import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyWorkTree } from '../gitops/copy-work-tree.ts';
import { git, moveDeploy } from '../gitops/git.ts';
import { ACME_DIRECTORY } from './acme-server.ts';
import { GIT_REMOTE, GIT_URL } from './git-server.ts';

/**
 * What differs from the repository: where git is, who signs certificates, where DNS records go. Each is a
 * file, a pattern in it, and what takes its place.
 */
const CHANGES: readonly (readonly [string, RegExp, string])[] = [
  ['gitops/root.yaml', /https:\/\/github\.com\/\S+\.git/, GIT_URL],
  ['gitops/root.yaml', /https:\/\/github\.com\/\*\/\*/, GIT_URL],
  ...['prod', 'staging'].map(
    (name) =>
      [
        `gitops/platform/issuers/manifests/letsencrypt-${name}.yaml`,
        /server: https:.*/,
        // Its own certificate is signed by nobody.
        `server: ${ACME_DIRECTORY}\n    skipTLSVerify: true`,
      ] as const,
  ),
  // The smoke test knows the authorities of the web alone; the tests check the certificate.
  ['gitops/environments/production/values.yaml', /$/, 'test: { insecure: true }\n'],
  // A provider without an account, that logs the records it is given.
  [
    'gitops/platform/external-dns/values.yaml',
    /^provider:.*/ms,
    'provider: { name: inmemory }\nextraArgs: ["--inmemory-zone={{ .Values.edge.zone }}"]\n',
  ],
];

/** A copy of the work tree whose commits are deployed through the Git server in the cluster. */
export class WorkTree {
  readonly #folder = mkdtempSync(join(tmpdir(), 'work-tree-'));
  #run = 0;

  constructor() {
    copyWorkTree(this.#folder);
    for (const [file, pattern, replacement] of CHANGES) this.#replace(file, pattern, replacement);
    git(this.#folder, 'init', '--quiet', '--initial-branch=main');
    // Git's remote is then a command: git runs in the pod, at the other end of kubectl.
    git(this.#folder, 'config', 'protocol.ext.allow', 'always');
    git(this.#folder, 'remote', 'add', 'origin', GIT_REMOTE);
  }

  /** A file of the copy, as kubectl takes it. */
  path(file: string): string {
    return join(this.#folder, file);
  }

  /** Removes a folder, for the next deployment. */
  remove(folder: string): void {
    rmSync(join(this.#folder, folder), { recursive: true });
  }

  /**
   * Commits what has changed to `main`, and moves `deploy` to it as the pipeline does, with both images by
   * their digests, or by tag for the first time. Gives the commit of `deploy`.
   */
  async deploy(message: string, images: readonly string[] = []): Promise<string> {
    git(this.#folder, 'add', '--all');
    git(this.#folder, 'commit', '--quiet', '--allow-empty', '--message', message);
    git(this.#folder, 'push', '--quiet', 'origin', 'main');
    this.#run += 1;
    const { status, output } = await moveDeploy(this.#folder, ['HEAD', ...images], `${this.#run}`);
    if (status !== 0) throw new Error(output);
    return git(this.#folder, 'ls-remote', 'origin', 'refs/heads/deploy').split('\t')[0] ?? '';
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #replace(file: string, pattern: RegExp, replacement: string): void {
    const text = readFileSync(join(this.#folder, file), 'utf8');
    if (!pattern.test(text)) throw new Error(`${file} has nothing like ${pattern}`);
    writeFileSync(join(this.#folder, file), text.replace(pattern, replacement));
  }
}
