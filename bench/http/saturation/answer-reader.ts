const HEAD_END = '\r\n\r\n';
const STATUS = /^HTTP\/1\.1 (\d{3}) /;
const LENGTH = /^content-length: (\d+)\r?$/im;

/** Puts the chunks of a connection together to answers. One request is under way at a time. */
export class AnswerReader {
  #text = '';

  /**
   * Takes a chunk; the status once the answer is whole, else null.
   * @throws {Error} on what is no HTTP answer with a length, or goes on after its end.
   */
  take(chunk: Buffer): number | null {
    // Latin 1: a character is a byte, so lengths agree with Content-Length.
    this.#text += chunk.toString('latin1');
    const headEnd = this.#text.indexOf(HEAD_END);
    if (headEnd < 0) return null;
    const head = this.#text.slice(0, headEnd);
    const status = STATUS.exec(head)?.[1];
    const length = LENGTH.exec(head)?.[1];
    if (status === undefined || length === undefined) throw new Error(`no answer: ${head}`);
    const missing = headEnd + HEAD_END.length + Number(length) - this.#text.length;
    if (missing > 0) return null;
    if (missing < 0) throw new Error(`more than one answer: ${this.#text}`);
    this.#text = '';
    return Number(status);
  }
}
