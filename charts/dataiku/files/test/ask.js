// What `helm test` and the smoke test run. Its arguments: how often to ask, and a JSON list of targets. It asks each
// until it answers as it should, a second apart, and fails when one never does.
import http from 'node:http';
import https from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 1000;
const TIMEOUT_MS = 1000;

const attempts = Number(process.argv[1]);
const targets = JSON.parse(process.argv[2]);
const problems = await Promise.all(targets.map(ask));
for (const [index, { name, url }] of targets.entries()) {
  process.stdout.write(`${name}: ${url} ${problems[index] ?? 'answers'}\n`);
  if (problems[index] !== null) process.exitCode = 1;
}

/** Null once the target answers as it should, else what was wrong with the last answer. */
async function ask(target) {
  let problem;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await wait(PAUSE_MS);
    problem = await get(target).then(
      (answer) => judge(target.answer, answer),
      (error) => `fails: ${error.message || error.code}`,
    );
    if (problem === null) return null;
  }
  return problem;
}

/** Asks the URL's host, or `address` (host[:port]) in its name: as an ingress controller is asked. */
function get({ url, address }) {
  const { protocol, host, hostname, pathname } = new URL(url);
  const server = new URL(`${protocol}//${address || host}`);
  const { request } = protocol === 'https:' ? https : http;
  const options = {
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: server.port,
    path: pathname,
    servername: hostname,
    headers: { host },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  return new Promise((resolve, reject) => {
    const asked = request(options, async (response) => {
      try {
        const body = (await response.toArray()).join('');
        resolve({ status: response.statusCode, type: response.headers['content-type'], body });
      } catch (error) {
        reject(error);
      }
    });
    asked.on('error', reject).end();
  });
}

function judge(expected, { status, type, body }) {
  if (status !== 200) return `answers ${status}`;
  if (expected === 'page') return type?.startsWith('text/html') ? null : `answers with ${type}`;
  return Number.isNaN(Date.parse(parse(body)?.now)) ? `tells no time: ${body.slice(0, 200)}` : null;
}

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
