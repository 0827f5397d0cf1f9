/**
 * malformed: not in the format, or outside its years. nonexistent: no clock ever showed it.
 * contradictory: its offset and its zone exclude each other.
 */
type FaultKind = 'malformed' | 'nonexistent' | 'contradictory';

interface InvalidTimeOptions extends ErrorOptions {
  /** Default: malformed. */
  readonly kind?: FaultKind;
}

/** A text that is not an instant or a wall time of the calendar. */
export class InvalidTimeError extends Error {
  readonly code = 'invalid-time';
  readonly text: string;
  /** The fault as the end of a sentence: "is not a valid date". */
  readonly fault: string;
  readonly kind: FaultKind;

  constructor(text: string, fault: string, options: InvalidTimeOptions = {}) {
    super(`${JSON.stringify(text)} ${fault}`, options);
    this.text = text;
    this.fault = fault;
    this.kind = options.kind ?? 'malformed';
  }
}
