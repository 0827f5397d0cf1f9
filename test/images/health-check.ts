import { readFileSync } from 'node:fs';

/** The command of a Dockerfile's health check. */
export function healthCheck(path: string): readonly string[] {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const command = /^HEALTHCHECK .*\\\n +CMD (\[.*\])$/m.exec(text)?.[1];
  if (command === undefined) throw new Error(`${path} has no HEALTHCHECK that needs no shell`);
  return JSON.parse(command);
}
