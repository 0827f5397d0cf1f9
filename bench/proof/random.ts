/** Draws numbers from one seeded stream: the same seed gives the same numbers everywhere. */
export interface Random {
  /** In [0, 1). */
  uniform(): number;
  between(least: number, most: number): number;
  /** Evenly over the logarithm, for sizes that span decades. */
  betweenDecades(least: number, most: number): number;
  exponential(mean: number): number;
  /** Of mean 0 and deviation 1. */
  normal(): number;
  chance(share: number): boolean;
  sign(): 1 | -1;
}

const WORD = 2 ** 32;
/** The first numbers of a stream still resemble its seed. */
const SKIPPED = 15;

/** A stream named by any words, so that a profile's numbers don't depend on the ones before it. */
export function createRandom(...names: readonly (string | number)[]): Random {
  const uniform = sfc32(hash(names.join('/')));
  const between = (least: number, most: number) => least + (most - least) * uniform();
  return {
    uniform,
    between,
    betweenDecades: (least, most) => Math.exp(between(Math.log(least), Math.log(most))),
    exponential: (mean) => -mean * Math.log(1 - uniform()),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    chance: (share) => uniform() < share,
    sign: () => (uniform() < 0.5 ? 1 : -1),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value;
}

/** Chris Doty-Humphrey's Small Fast Counter, from PractRand. */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0, seed, 0x9e3779b9, 1];
  const next = () => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum / WORD;
  };
  for (let i = 0; i < SKIPPED; i += 1) next();
  return next;
}
