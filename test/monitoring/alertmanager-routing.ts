import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

const VALUES = new URL('../../monitoring/alertmanager/values.yaml', import.meta.url);

interface AlertmanagerConfig {
  readonly route: Route;
  readonly receivers: readonly { readonly name: string }[];
}

interface Route {
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly routes?: readonly Route[];
}

/** The example's configuration, as the chart of kube-prometheus-stack hands it to Alertmanager. */
export const ROUTING = parse(readFileSync(VALUES, 'utf8')).alertmanager
  .config as AlertmanagerConfig;

/** The same routes and inhibitions, sent at once to a web hook: its path is the receiver's name. */
export function routingTo(url: string): string {
  const receivers = ROUTING.receivers.map(({ name }) => ({
    name,
    webhook_configs: [{ url: `${url}/${name}` }],
  }));
  return stringify({ ...ROUTING, route: hurried(ROUTING.route), receivers });
}

function hurried(route: Route): Route {
  const { routes = [] } = route;
  return { ...route, group_wait: '0s', group_interval: '1s', routes: routes.map(hurried) };
}
