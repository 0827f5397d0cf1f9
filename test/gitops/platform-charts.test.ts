import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { applicationOf, applications, projects, renderRoot, sourcesOf } from './manifests.ts';
import { PLATFORM_CHARTS, renderPlatformChart } from './platform-charts.ts';
import { projectProblems } from './project-problems.ts';

// `make test-platform` pulls the charts from their registries. Where those can't be reached, nothing of
// this runs.
const root = renderRoot();
suite('the platform', {
  skip: PLATFORM_CHARTS === '' && 'make test-platform pulls the charts',
}, () => {
  for (const { metadata } of applications(root)) {
    const application = applicationOf(root, metadata.name);
    const [source] = sourcesOf(application);
    if (source?.chart === undefined) continue;

    suite(metadata.name, () => {
      const objects = () => renderPlatformChart(application);

      test('has its chart, and values that the chart takes', () => {
        assert.ok(existsSync(`${PLATFORM_CHARTS}/${source.chart}/Chart.yaml`));
        assert.ok(objects().length > 0);
      });

      test('makes nothing that its project does not allow', () => {
        const project = projects(root).find(
          (candidate) => candidate.metadata.name === application.spec.project,
        );
        assert.deepEqual(projectProblems(application, project, objects()), []);
      });
    });
  }
});
