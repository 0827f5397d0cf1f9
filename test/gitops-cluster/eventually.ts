import { setTimeout as wait } from 'node:timers/promises';

/** Gives what is asked for once it is as wanted, or what it is after some minutes. */
export async function eventually<T>(
  ask: () => T,
  isAsWanted: (answer: T) => boolean,
  minutes: number,
): Promise<T> {
  for (let left = minutes * 12; ; left -= 1) {
    const answer = ask();
    if (left <= 0 || isAsWanted(answer)) return answer;
    // Nothing tells when a node has looked at its images, Prometheus at its targets, or external-dns at its zone.
    await wait(5000);
  }
}
