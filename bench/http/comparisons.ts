import type { ServerCommand } from './server-process.ts';
import {
  CONSTANT,
  constantNginx,
  FLASK,
  HANDMADE,
  PARTS,
  PRODUCT,
  TIME_PATH,
  UNMEASURED,
  ZONE_PATHS,
} from './servers.ts';

/** A server beside which this API is measured. */
export interface Peer {
  readonly server: ServerCommand;
  /** What this API's throughput has to be at least, as a multiple of the peer's. */
  readonly leastRatio?: number;
}

/** One request, and who answers it. */
export interface Comparison {
  readonly path: string;
  readonly product: ServerCommand;
  readonly peers: readonly Peer[];
}

/** Every table of the benchmark. `nginx` is the path of its binary. */
export function listComparisons(nginx: string | undefined): readonly Comparison[] {
  return [timeComparison(nginx), ...ZONE_PATHS.map(zoneComparison)];
}

function timeComparison(nginx: string | undefined): Comparison {
  return {
    path: TIME_PATH,
    product: PRODUCT,
    peers: [
      { server: HANDMADE, leastRatio: 0.85 },
      { server: UNMEASURED, leastRatio: 0.9 },
      { server: CONSTANT },
      { server: FLASK },
      ...(nginx ? [{ server: constantNginx(nginx) }] : []),
      ...PARTS.map((server) => ({ server })),
    ],
  };
}

function zoneComparison(path: string): Comparison {
  return {
    path,
    product: { ...PRODUCT, path },
    peers: [{ server: { ...HANDMADE, path }, leastRatio: 0.8 }, { server: { ...FLASK, path } }],
  };
}
