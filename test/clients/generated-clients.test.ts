import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { APPS, OPENAPI, OPERATIONS } from '../system/every-operation.ts';

/** The packages of requirements.txt: `make test-generators` installs them. */
const PYTHON = fileURLToPath(new URL('../../.cache/clients/bin/', import.meta.url));
const CALL_EACH = fileURLToPath(new URL('call_each.py', import.meta.url));
const GO_GENERATOR = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2';
const GO_MODULE = `module clients
go 1.24
require github.com/oapi-codegen/runtime v1.9.0
`;

const folder = mkdtempSync(join(tmpdir(), 'generated-'));
after(() => rmSync(folder, { recursive: true }));
const DOCUMENT = join(folder, 'openapi.json');
writeFileSync(DOCUMENT, OPENAPI);

// The generated clients read an answer to its end, which a stream has not.
const operations = OPERATIONS.filter(({ operationId }) => operationId !== 'streamEvents');

/** Writes a client, and gives the command that calls each operation of `input`. */
const generators: Readonly<Record<string, () => readonly [command: string, ...rest: string[]]>> = {
  'oapi-codegen': writeGoClient,
  'openapi-python-client'() {
    const output = join(folder, 'python_client');
    const options = ['--path', DOCUMENT, '--meta', 'none', '--output-path', output];
    execFileSync(join(PYTHON, 'openapi-python-client'), ['generate', ...options]);
    return [join(PYTHON, 'python'), CALL_EACH, 'python_client'];
  },
  'openapi-generator'() {
    const output = join(folder, 'generator');
    const options = ['-g', 'python', '-i', DOCUMENT, '-o', output];
    const name = '--additional-properties=packageName=generator_client';
    execFileSync(join(PYTHON, 'openapi-generator-cli'), ['generate', ...options, name], {
      stdio: 'pipe',
    });
    return [join(PYTHON, 'python'), CALL_EACH, 'generator_client'];
  },
};

for (const [generator, generate] of Object.entries(generators)) {
  suite(`the client that ${generator} writes`, () => {
    const [command, ...rest] = generate();
    for (const [status, open] of Object.entries(APPS)) {
      test(`reads the answer of each operation while the clock is ${status}`, async (t) => {
        const app = open();
        t.after(() => app.close());
        const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
        const input = operations.map(({ operationId, request }) => ({
          operationId,
          ...request,
          body: request.body ?? null,
        }));
        const printed = await run(command, rest, JSON.stringify({ baseUrl, operations: input }));
        const expected = operations.map(({ operationId }) => `${operationId} 200`);
        assert.deepEqual(printed.trim().split('\n'), expected);
      });
    }
  });
}

async function run(command: string, options: readonly string[], input: string): Promise<string> {
  const path = { PYTHONPATH: [folder, join(folder, 'generator')].join(':') };
  const child = execFile(command, options, { env: { ...process.env, ...path } });
  const { stdin, stdout, stderr } = child;
  assert.ok(stdin !== null && stdout !== null && stderr !== null);
  stdin.end(input);
  const [printed, errors] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
  assert.equal(child.exitCode, 0, errors);
  return printed;
}

/** A program that calls each operation, since Go has no way to find a method by a name from outside. */
function writeGoClient(): readonly [string] {
  const go = join(folder, 'go');
  mkdirSync(go);
  writeFileSync(join(go, 'go.mod'), GO_MODULE);
  const options = ['-generate', 'types,client', '-package', 'main', '-o', 'client.go', DOCUMENT];
  execFileSync('go', ['run', GO_GENERATOR, ...options], { cwd: go, stdio: 'pipe' });
  writeFileSync(join(go, 'main.go'), goProgram());
  const env = { ...process.env, GOFLAGS: '-mod=mod' };
  execFileSync('go', ['build', '-o', 'call-each', '.'], { cwd: go, env, stdio: 'pipe' });
  return [join(go, 'call-each')];
}

function goProgram(): string {
  const calls = operations.map(({ operationId, request, takesQuery }) => {
    const name = operationId.replaceAll(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());
    const { path, query, body } = request;
    const values = Object.values(path).map((value) => JSON.stringify(value));
    const given = [
      'context.Background()',
      ...values,
      ...(takesQuery ? [`read[${name}Params](${quote(query)})`] : []),
      ...(body === undefined ? [] : [`*read[${name}JSONRequestBody](${quote(body)})`]),
    ];
    return `{ answer, err := client.${name}WithResponse(${given.join(', ')}); check(err)
      fmt.Println("${operationId}", answer.StatusCode()) }`;
  });
  return `package main
    import ("context"; "encoding/json"; "fmt"; "os")
    func check(err error) { if err != nil { panic(err) } }
    func read[T any](text string) *T { var value T; check(json.Unmarshal([]byte(text), &value)); return &value }
    func main() {
      var input struct { BaseUrl string }
      check(json.NewDecoder(os.Stdin).Decode(&input))
      client, err := NewClientWithResponses(input.BaseUrl)
      check(err)
      ${calls.join('\n')}
    }`;
}

function quote(value: unknown): string {
  return JSON.stringify(JSON.stringify(value));
}
