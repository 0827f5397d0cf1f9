import { registerHooks } from 'node:module';

const MEASURING = ['./metrics.ts', './request-metrics.ts'];

/** Runs the API with the modules that measure it replaced by ones that don't. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!MEASURING.includes(specifier)) return nextResolve(specifier, context);
    return nextResolve(new URL('no-metrics.ts', import.meta.url).href, context);
  },
});
await import('../../../app/api/src/main.ts');
