import { epochSeconds, NS_PER_SECOND } from '../zones/instant.ts';

/** A text but for the fraction of the one instant in it. */
interface Text {
  readonly epochSeconds: number;
  readonly before: string;
  readonly after: string;
}

/** Of no instant but the one that is asked for: all others in such texts are whole seconds. */
const MARK = '123456789';

/**
 * Texts that hold an instant with nine decimals, and depend on nothing else but its second and a key. Each
 * is made once a second.
 */
export class SecondTexts<Key extends object> {
  readonly #texts = new WeakMap<Key, Text>();

  /** The text for an instant after 2001, as `make` makes it. */
  at(key: Key, epochNs: bigint, make: (epochNs: bigint) => string): string {
    const seconds = epochSeconds(epochNs);
    let text = this.#texts.get(key);
    if (text?.epochSeconds !== seconds) {
      text = prepare(seconds, make);
      this.#texts.set(key, text);
    }
    return `${text.before}${String(epochNs).slice(-MARK.length)}${text.after}`;
  }
}

function prepare(seconds: number, make: (epochNs: bigint) => string): Text {
  const made = make(BigInt(seconds) * NS_PER_SECOND + BigInt(MARK));
  const at = made.indexOf(`.${MARK}`) + 1;
  return { epochSeconds: seconds, before: made.slice(0, at), after: made.slice(at + MARK.length) };
}
