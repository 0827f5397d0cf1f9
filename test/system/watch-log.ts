import { createInterface } from 'node:readline';

/** Reads the log of a process for as long as it runs: unread, it would block the process. */
export function watchLog(log: NodeJS.ReadableStream) {
  const lines: string[] = [];
  const reader = createInterface({ input: log });
  reader.on('line', (line) => lines.push(line));
  return {
    lines: lines as readonly string[],
    /** The first line that matches, past or future; an error when the process ends without it. */
    logged: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const find = () => {
          const line = lines.find((candidate) => pattern.test(candidate));
          if (line !== undefined) resolve(line);
        };
        find();
        reader.on('line', find);
        reader.once('close', () =>
          reject(new Error(`never logged ${pattern}: ${lines.join('\n')}`)),
        );
      }),
  };
}
