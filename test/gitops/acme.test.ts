import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { Agent, request } from 'node:https';
import { after, before, suite, test } from 'node:test';
import { connect, type PeerCertificate } from 'node:tls';
import { HOST, openAcme, PAGE } from './acme.ts';

// A proof of the flow, with the kinds of parts that the cluster has; not of Traefik or cert-manager.
suite('a certificate by HTTP-01, behind a redirect to HTTPS', () => {
  let acme: Awaited<ReturnType<typeof openAcme>>;
  before(async () => {
    acme = await openAcme();
  });
  after(() => acme.close());

  test('is issued and renewed under load, without a failed request', async () => {
    assert.equal((await certificate()).issuer.CN, HOST);
    const load = startLoad(acme.ports.https);

    await acme.issue();
    const first = await certificateFrom(/Pebble/);
    await acme.issue();
    const second = await certificateFrom(/Pebble/, first.serialNumber);

    const { served, failed } = await load.stop();
    assert.equal(first.subjectaltname, `DNS:${HOST}`);
    assert.notEqual(second.serialNumber, first.serialNumber);
    assert.deepEqual(failed, []);
    assert.ok(served > 10, `only ${served} requests were made`);
    assert.match(acme.log.join('\n'), /\.well-known\/acme-challenge/);
  });

  test('leaves everything else redirected', async () => {
    const response = await httpGet('/api/v1/time');
    assert.equal(response.statusCode, 301);
    assert.equal(response.headers.location, `https://${HOST}/api/v1/time`);
    assert.equal((await httpGet('/.well-known/acme-challenge/none')).statusCode, 404);
  });

  async function httpGet(path: string) {
    const [response] = await once(
      get({ port: acme.ports.http, path, headers: { host: HOST } }),
      'response',
    );
    response.resume();
    return response;
  }

  async function certificate(): Promise<PeerCertificate> {
    const socket = connect({ port: acme.ports.https, servername: HOST, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const found = socket.getPeerCertificate();
    socket.destroy();
    return found;
  }

  /** The certificate, once it is that issuer's and another than `not`: a reload takes its time. */
  async function certificateFrom(issuer: RegExp, not?: string): Promise<PeerCertificate> {
    for (;;) {
      const found = await certificate();
      if (issuer.test(String(found.issuer.CN)) && found.serialNumber !== not) return found;
    }
  }
});

/** Asks over new connections, in four lines, until it is stopped. */
function startLoad(port: number) {
  let running = true;
  let served = 0;
  const failed: string[] = [];
  const ask = async () => {
    while (running) {
      try {
        const agent = new Agent({ keepAlive: false });
        const [response] = await once(
          request({
            port,
            agent,
            servername: HOST,
            headers: { host: HOST },
            rejectUnauthorized: false,
          }).end(),
          'response',
        );
        const body = (await response.toArray()).join('');
        if (response.statusCode !== 200 || body !== PAGE)
          failed.push(`${response.statusCode}, ${body.length} bytes`);
        served += 1;
      } catch (error) {
        failed.push((error as Error).message);
      }
    }
  };
  const ended = [ask(), ask(), ask(), ask()];
  return {
    async stop() {
      running = false;
      await Promise.all(ended);
      return { served, failed };
    },
  };
}
