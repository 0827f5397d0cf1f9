import { kubectl } from '../cluster/kubectl.ts';
import { startServer } from './server.ts';

/** Its namespace. */
export const ACME_SERVER = 'acme';
const PORTS = { directory: 14_000, management: 15_000 };
const IMAGE = 'ghcr.io/letsencrypt/pebble:2.10.1';

/** Where an ACME client starts. */
export const ACME_DIRECTORY = `https://${ACME_SERVER}.${ACME_SERVER}:${PORTS.directory}/dir`;

/** Starts Pebble, Let's Encrypt's ACME server for tests. It asks for challenges on port 80. */
export function startAcmeServer(): void {
  const configuration = {
    pebble: {
      listenAddress: `0.0.0.0:${PORTS.directory}`,
      managementListenAddress: `0.0.0.0:${PORTS.management}`,
      // The image contains this certificate, which nobody trusts.
      certificate: '/test/certs/localhost/cert.pem',
      privateKey: '/test/certs/localhost/key.pem',
      httpPort: 80,
      tlsPort: 443,
    },
  };
  startServer({
    name: ACME_SERVER,
    ports: [PORTS.directory, PORTS.management],
    container: {
      image: IMAGE,
      args: ['-config', '/configuration/pebble.json'],
      volumeMounts: [{ name: 'configuration', mountPath: '/configuration' }],
    },
    volumes: [{ name: 'configuration', configMap: { name: 'configuration' } }],
    objects: [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'configuration' },
        data: { 'pebble.json': JSON.stringify(configuration) },
      },
    ],
  });
}

/** The certificate, in PEM, that signs all others; a new one for each start. */
export function acmeAuthority(): string {
  const service = `https:${ACME_SERVER}:${PORTS.management}`;
  return kubectl([
    'get',
    '--raw',
    `/api/v1/namespaces/${ACME_SERVER}/services/${service}/proxy/roots/0`,
  ]);
}
