import { CompareAnswer, CompareQuery, type Passed, Problem } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { type UtcNow, utcNow } from '../clock/utc-now.ts';
import { wireInterval } from '../clock/wire-interval.ts';
import { prefersPlainText } from '../http/accept.ts';
import { readParameter } from '../http/read-parameter.ts';
import { formatAnyInstant, formatInstant, formatLeapSecond } from '../zones/instant.ts';
import { parseInstant } from '../zones/parse-instant.ts';

export interface CompareRouteOptions {
  readonly clock: ServerClock;
}

const schema = {
  operationId: 'compareInstant',
  summary: 'Whether an instant has surely passed',
  tags: ['time'],
  querystring: CompareQuery,
  response: {
    200: {
      content: {
        'application/json': { schema: CompareAnswer },
        'text/plain': { schema: Type.String({ description: '`passed` as one line.' }) },
      },
    },
    '4xx': Problem,
  },
};

/** `GET /api/v1/compare`: whether an instant has surely passed, has surely not, or is uncertain. */
export const compareRoute: FastifyPluginAsyncTypebox<CompareRouteOptions> = async (
  app,
  { clock },
) => {
  app.get('/api/v1/compare', { schema }, (request, reply) => {
    const { epochNs, epochUnit, isLeapSecond } = readParameter('instant', CompareQuery, () =>
      parseInstant(request.query.instant),
    );
    const serverTime = clock.read();
    const utc = utcNow(serverTime);
    const passed = compare(epochNs, utc);
    reply.header('vary', 'Accept');
    if (prefersPlainText(request.headers.accept)) {
      reply.type('text/plain; charset=utf-8').send(`${passed}\n`);
      return;
    }
    reply.send({
      instant: isLeapSecond ? formatLeapSecond(epochNs) : formatAnyInstant(epochNs),
      ...(epochUnit === undefined ? {} : { epochUnit }),
      passed,
      now: formatInstant(utc.nowNs),
      interval: wireInterval(utc),
      clock: serverTime.clock,
    });
  });
};

/** TrueTime's after() and before() (Corbett et al., Spanner, OSDI 2012) in one word. */
function compare(instantNs: bigint, { interval }: UtcNow): Passed {
  if (interval === null) return 'uncertain';
  if (instantNs < interval.earliestNs) return 'yes';
  return instantNs > interval.latestNs ? 'no' : 'uncertain';
}
