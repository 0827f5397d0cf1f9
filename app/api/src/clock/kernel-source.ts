import { createRequire } from 'node:module';
import { type ClockSource, noSource } from './clock-source.ts';
import type { Log } from './log.ts';
import { decodeTimex, type Timex } from './timex.ts';

/** struct timex of Linux on 64-bit machines, in order (adjtimex(2)). */
const TIMEX_FIELDS = {
  modes: 'unsigned int',
  offset: 'long',
  freq: 'long',
  maxerror: 'long',
  esterror: 'long',
  status: 'int',
  constant: 'long',
  precision: 'long',
  tolerance: 'long',
  seconds: 'long',
  subseconds: 'long',
  tick: 'long',
  ppsfreq: 'long',
  jitter: 'long',
  shift: 'int',
  stabil: 'long',
  jitcnt: 'long',
  calcnt: 'long',
  errcnt: 'long',
  stbcnt: 'long',
  tai: 'int',
} as const;
const TIMEX_RESERVED_INTS = 11;

interface Libc {
  /** Fills `timex` and returns the clock's state, or −1. */
  adjtimex(timex: object): number;
  errno(): number;
}

/**
 * Reads the bound that a daemon such as chrony keeps in the kernel, by `adjtimex`, which needs no
 * privilege and works in any container. `allowanceUs` widens it (see `decodeTimex`). Where the C
 * library can't be loaded, the status is `unknown`.
 */
export function openKernelSource(allowanceUs: number, log: Log): ClockSource {
  let libc: Libc;
  try {
    libc = loadLibc();
  } catch (err) {
    log.warn({ err }, "the kernel's clock can't be read: the C library did not load");
    return noSource(
      "the kernel's clock can't be read on this host; the log of the server says why",
    );
  }
  return {
    read() {
      const timex = { modes: 0 };
      const state = libc.adjtimex(timex);
      if (state < 0) {
        const reason = `the kernel refused adjtimex (errno ${libc.errno()})`;
        return { kind: 'unknown', source: 'kernel', reason };
      }
      const fields = { ...(timex as unknown as Omit<Timex, 'state'>), state };
      return decodeTimex(fields, process.hrtime.bigint(), allowanceUs);
    },
  };
}

/**
 * Loads koffi's native file only here, so that a host without it still serves. koffi brings it in a package for
 * each system. Its own JavaScript searches for that file and wraps deprecated names: it is skipped, since that takes
 * 12 ms of the start.
 */
function loadLibc(): Libc {
  const { arch } = process;
  const koffi: typeof import('koffi').default = createRequire(import.meta.url)(
    `@koromix/koffi-linux-${arch}/linux_${arch}/koffi.node`,
  );
  const library = koffi.load('libc.so.6');
  const reserved = koffi.array('int', TIMEX_RESERVED_INTS);
  // Without a name: koffi refuses a second type of the same name, so a second call would fail.
  const timex = koffi.struct({ ...TIMEX_FIELDS, reserved });
  return {
    adjtimex: library.func('adjtimex', 'int', [koffi.inout(koffi.pointer(timex))]),
    errno: () => koffi.errno(),
  };
}
