import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import apiPackage from '../../app/api/package.json' with { type: 'json' };
import { render, type Values } from './helm.ts';
import { podOf, pods } from './kubernetes-object.ts';
import { DIGEST, valueSets } from './value-sets.ts';

suite('images', () => {
  const image = (values: Values, component: string) =>
    podOf(render({ values }), component).spec.containers[0]?.image;

  test("have the application's version as their tag", () => {
    const { version } = apiPackage;
    assert.equal(image({}, 'api'), `ghcr.io/dataiku-assessment/dataiku-api:${version}`);
    assert.equal(image({}, 'frontend'), `ghcr.io/dataiku-assessment/dataiku-frontend:${version}`);
  });

  test('are taken by digest where there is one, whatever the tag', () => {
    const values = { api: { image: { tag: '9.9.9', digest: DIGEST } } };
    assert.equal(image(values, 'api'), `ghcr.io/dataiku-assessment/dataiku-api@${DIGEST}`);
  });

  test('of this machine have a plain name, without a registry', () => {
    const local = { image: { registry: '' } };
    assert.match(image({ api: local }, 'api') ?? '', /^[\w-]+\/dataiku-api:/);
    const values = valueSets['a laptop'];
    const { version } = apiPackage;
    assert.equal(image(values, 'api'), `dataiku-api:${version}`);
    assert.equal(image(values, 'frontend'), `dataiku-frontend:${version}`);
    assert.equal(image(values, 'test'), `dataiku-api:${version}`);
  });

  test('all come from the mirror when there is one, with its credentials', () => {
    const running = pods(render({ values: valueSets.everything }));
    for (const { owner, spec } of running) {
      assert.deepEqual(spec.imagePullSecrets, [{ name: 'mirror' }, { name: '0123' }], owner);
      for (const container of spec.containers) {
        assert.match(container.image ?? '', /^mirror\.example:5000\//, owner);
      }
    }
  });
});
