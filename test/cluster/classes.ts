import { kubectl } from './kubectl.ts';

/** The classes that the values "everything" name. They belong to the cluster, to no namespace. */
const CLASSES = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'important' },
      value: 1,
    },
    {
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name: 'sandboxed' },
      handler: 'runc',
    },
  ],
});

export function makeClasses(): void {
  kubectl(['apply', '-f', '-'], CLASSES);
}

export function deleteClasses(): void {
  kubectl(['delete', '--ignore-not-found', '-f', '-'], CLASSES);
}
