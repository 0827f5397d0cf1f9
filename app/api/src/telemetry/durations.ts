import { Histogram, type Registry } from 'prom-client';

/** In seconds: an answer takes well under a millisecond; the objective is 50 ms. */
const BOUNDS = [0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5, Infinity];
const NAME = 'http_request_duration_seconds';
const HELP = 'Time from the arrival of a request to the end of its answer, without event streams.';

interface Labels {
  readonly route: string;
  readonly status_class: string;
}

/** The durations of the answers that share their labels. */
class Durations {
  readonly labels: Labels;
  /** How many answers took up to each bound, and longer than the bound before. */
  readonly counts: number[] = BOUNDS.map(() => 0);
  sumSeconds = 0;

  constructor(labels: Labels) {
    this.labels = labels;
  }

  observe(seconds: number): void {
    let bucket = 0;
    while (seconds > (BOUNDS[bucket] as number)) bucket += 1;
    (this.counts[bucket] as number) += 1;
    this.sumSeconds += seconds;
  }
}

/**
 * The histogram of durations. prom-client's own makes a text of the labels for each observation: this
 * one adds to an array, and makes the series at a scrape.
 */
export class DurationHistogram extends Histogram<'route' | 'status_class'> {
  readonly #byLabels = new Map<string, Durations>();

  constructor(registry: Registry) {
    super({
      name: NAME,
      help: HELP,
      labelNames: ['route', 'status_class'],
      registers: [registry],
    });
  }

  /** The durations of these labels: keep it, and call its `observe` for each answer. */
  of(route: string, statusClass: string): Durations {
    const key = `${statusClass} ${route}`;
    const durations =
      this.#byLabels.get(key) ?? new Durations({ route, status_class: statusClass });
    this.#byLabels.set(key, durations);
    return durations;
  }

  /** What prom-client's registry makes its text of, instead of its own observations. */
  async getForPromString() {
    const values = [...this.#byLabels.values()].flatMap(series);
    return { name: NAME, help: HELP, type: 'histogram', values, aggregator: 'sum' };
  }
}

function series({ labels: sharedLabels, counts, sumSeconds }: Durations) {
  let count = 0;
  const buckets = counts.map((more, i) => {
    count += more;
    const bound = BOUNDS[i] as number;
    const le = bound === Infinity ? '+Inf' : bound;
    return { metricName: `${NAME}_bucket`, labels: { le }, sharedLabels, value: count };
  });
  return [
    ...buckets,
    { metricName: `${NAME}_sum`, labels: {}, sharedLabels, value: sumSeconds },
    { metricName: `${NAME}_count`, labels: {}, sharedLabels, value: count },
  ];
}
