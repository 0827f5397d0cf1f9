/** A text that is not an instant or a wall time of the calendar. */
export class InvalidTimeError extends Error {
  readonly code = 'invalid-time';
  readonly text: string;
  /** The fault as the end of a sentence: "is not a valid date". */
  readonly fault: string;

  constructor(text: string, fault: string, options?: ErrorOptions) {
    super(`${JSON.stringify(text)} ${fault}`, options);
    this.text = text;
    this.fault = fault;
  }
}
