// Runs in a client's pod: prints the answer to one request over TLS or without, as JSON. It follows no
// redirect, and imports nothing of the repository.
import { get } from 'node:http';
import { get as getOverTls } from 'node:https';
import { TLSSocket } from 'node:tls';

const [url = ''] = process.argv.slice(2);
const ask = url.startsWith('https:') ? getOverTls : get;
const request = ask(url, { timeout: 5000 }, (response) => {
  const { statusCode: status, headers, socket } = response;
  const serial = socket instanceof TLSSocket ? socket.getPeerCertificate().serialNumber : null;
  process.stdout.write(JSON.stringify({ status, headers, serial }));
  process.exit();
});
request.on('timeout', () => request.destroy(new Error('no answer within five seconds')));
