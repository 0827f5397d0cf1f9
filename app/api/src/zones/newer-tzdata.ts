import { readFileSync, statSync } from 'node:fs';
import { BUNDLED_TZ_DATABASE, TzDatabase, tzDatabase, useTzDatabase } from './tz-database.ts';
import { TzdataError, tzdataVersion } from './tzdb/parse-tzdata.ts';

/** The copy of the tz database that Debian and images made from it carry. */
const SYSTEM_FILE = '/usr/share/zoneinfo/tzdata.zi';
const CHECK_INTERVAL_MS = 3_600_000;
/** The real one has a tenth of a MB. */
const MOST_BYTES = 10_000_000;

interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/**
 * A file with a newer release of the tz database than the one that comes with this server: taken into
 * use when it is newer and whole, now and whenever it changes. What can't be used is logged, once for
 * each state of the file, and the old data stays.
 */
export class NewerTzdata {
  readonly #file: string;
  readonly #isNamed: boolean;
  readonly #log: Log;
  #lastState = '';
  #timer: NodeJS.Timeout | undefined;
  #changes = 0;

  /** `file` as the operator named it; undefined: the system's copy, which need not be there. */
  constructor(file: string | undefined, log: Log) {
    this.#file = file ?? SYSTEM_FILE;
    this.#isNamed = file !== undefined;
    this.#log = log;
  }

  /** How often another release was taken into use since the start. */
  get changes(): number {
    return this.#changes;
  }

  /** Looks at the file once an hour from now on. Does not keep the process alive. */
  start(): void {
    this.#timer = setInterval(() => this.refresh(), CHECK_INTERVAL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Looks at the file now, if it has changed since. */
  refresh(): void {
    try {
      const { mtimeMs, size, ino } = statSync(this.#file);
      const state = `${mtimeMs} ${size} ${ino}`;
      if (state === this.#lastState) return;
      this.#lastState = state;
      if (size > MOST_BYTES) throw new TzdataError(`has ${size} bytes, more than ${MOST_BYTES}`);
      this.#take(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      this.#refuse(error);
    }
  }

  #take(text: string): void {
    const before = tzDatabase();
    const version = tzdataVersion(text);
    if (version === before.version) return;
    const facts = { file: this.#file, tzdb: version, inUse: before.version };
    if (version < before.version) {
      if (this.#isNamed)
        this.#log.warn(facts, 'the zone data of TZDATA_FILE is older, and not used');
      return;
    }
    const database = new TzDatabase(text, BUNDLED_TZ_DATABASE);
    const ids = new Set(database.ids);
    const missing = before.ids.filter((id) => !ids.has(id));
    if (missing.length > 0) {
      throw new TzdataError(`lacks ${missing.length} zones: ${missing.slice(0, 5).join(', ')}`);
    }
    useTzDatabase(database);
    this.#changes += 1;
    this.#log.info(facts, 'newer zone data is in use');
  }

  #refuse(error: unknown): void {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !this.#isNamed) return;
    // The state of a file that can't be read is how it fails.
    if (!(error instanceof TzdataError)) {
      if (this.#lastState === String(code)) return;
      this.#lastState = String(code);
    }
    const reason = error instanceof TzdataError ? `the file ${message}` : message;
    const facts = { file: this.#file, reason, inUse: tzDatabase().version };
    this.#log.warn(facts, 'zone data is refused: the release in use stays');
  }
}
