import { stringify } from 'yaml';
import { STACK_VALUES } from '../gitops/monitoring-stack.ts';

interface AlertmanagerValues {
  readonly alertmanagerSpec: {
    readonly volumes: readonly {
      readonly name: string;
      readonly secret: { readonly secretName: string; readonly optional: boolean };
    }[];
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  };
  readonly config: {
    readonly route: Route;
    readonly receivers: readonly Receiver[];
  };
}

interface Route {
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly routes?: readonly Route[];
}

interface Receiver {
  readonly name: string;
  readonly slack_configs?: readonly { readonly api_url_file: string }[];
}

/** What Argo CD gives the chart of kube-prometheus-stack for Alertmanager. */
export const { alertmanagerSpec: SPEC, config: ROUTING } =
  STACK_VALUES.alertmanager as AlertmanagerValues;

/** The same routes and inhibitions, sent at once to a web hook: its path is the receiver's name. */
export function routingTo(url: string): string {
  const receivers = ROUTING.receivers.map(({ name }) => ({
    name,
    webhook_configs: [{ url: `${url}/${name}` }],
  }));
  return stringify({ ...ROUTING, route: hurried(ROUTING.route), receivers });
}

/** The whole configuration, sent at once, with the receivers' addresses in another folder. */
export function routingFrom(folder: string): string {
  const text = stringify({ ...ROUTING, route: hurried(ROUTING.route) });
  return text.replaceAll(SPEC.volumeMounts[0]?.mountPath ?? '', folder);
}

function hurried(route: Route): Route {
  const { routes = [] } = route;
  return { ...route, group_wait: '0s', group_interval: '1s', routes: routes.map(hurried) };
}
