interface RestrictedPod {
  readonly container: object;
  /** What its spec says beside the container. */
  readonly spec?: object;
  /** Id of the user that the image expects. */
  readonly user?: number | undefined;
}

/** A pod that Pod Security `restricted` lets in. Its container has its name. */
export function restrictedPod(name: string, { container, spec, user = 65_532 }: RestrictedPod) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: name } },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 1,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name,
          imagePullPolicy: 'IfNotPresent',
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          ...container,
        },
      ],
      ...spec,
    },
  };
}
