import { kubectl } from '../cluster/kubectl.ts';
import { startServer } from './server.ts';

/** Its namespace. */
export const GIT_SERVER = 'git';
const PORT = 9418;
const REPOSITORY = '/srv/dataiku.git';

/** The repository as Argo CD reads it, in the place of GitHub's. */
export const GIT_URL = `git://${GIT_SERVER}.${GIT_SERVER}${REPOSITORY}`;
/** The same for who writes to it; %s is what Git wants to run there. */
export const GIT_REMOTE = `ext::kubectl exec --stdin --namespace ${GIT_SERVER} ${GIT_SERVER} -- git %s ${REPOSITORY}`;

/** Starts a server of an empty repository. Argo CD's image has Git. */
export function startGitServer(): void {
  const jsonPath = '--output=jsonpath={.spec.template.spec.containers[0].image}';
  const image = kubectl(['get', '--namespace=argocd', 'deployment/argocd-repo-server', jsonPath]);
  const script = `git init --quiet --bare --initial-branch=main ${REPOSITORY} &&
    exec git daemon --reuseaddr --export-all ${REPOSITORY}`;
  startServer({
    name: GIT_SERVER,
    ports: [PORT],
    user: 999,
    container: {
      image,
      command: ['sh', '-c', script],
      volumeMounts: [{ name: 'repositories', mountPath: '/srv' }],
    },
    volumes: [{ name: 'repositories', emptyDir: {} }],
  });
}
