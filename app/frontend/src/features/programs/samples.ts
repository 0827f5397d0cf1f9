import type { TimeAnswer } from '@dataiku-assessment/contract';

export const PROGRAMS = ['curl', 'javascript', 'python', 'embed'] as const;
export type Program = (typeof PROGRAMS)[number];

/** A program that asks the server for the time, and what it prints. */
export interface Sample {
  readonly code: string;
  /** What it prints when it gets this answer; null for a frame, which prints nothing. */
  readonly print: ((answer: TimeAnswer) => string) | null;
}

/** The samples for the server at `page`, the address of the page; the frame shows the zone `zone`. */
export function writeSamples(page: string, zone: string): Readonly<Record<Program, Sample>> {
  const url = new URL('api/v1/time', page).href;
  const frame = new URL(`embed?zone=${zone}`, page).href;
  return {
    curl: { code: `curl --header 'Accept: text/plain' ${url}`, print: ({ now }) => now },
    javascript: {
      code: `const answer = await fetch('${url}');
const { now, clock } = await answer.json();
console.log(now, clock.status);`,
      print: printTime,
    },
    python: {
      code: `import json, urllib.request

with urllib.request.urlopen("${url}") as answer:
    time = json.load(answer)
print(time["now"], time["clock"]["status"])`,
      print: printTime,
    },
    embed: {
      code: `<iframe src="${frame}"
  width="320" height="160" title="${zone}"></iframe>`,
      print: null,
    },
  };
}

function printTime({ now, clock }: TimeAnswer): string {
  return `${now} ${clock.status}`;
}
