/** An answer of the API other than success. */
export class ApiError extends Error {
  readonly code = 'api';
  readonly status: number;

  constructor(status: number) {
    super(`The API answered with status ${status}.`);
    this.status = status;
  }
}

/** Who waits longer learns nothing new, and keeps a connection from the exchanges; in ms. */
const TIMEOUT_MS = 10_000;

/**
 * Asks this page's own API, whose answers have the contract's types.
 * @throws {ApiError} when it answers with an error; {TypeError} or {DOMException} when it doesn't answer.
 */
export async function askApi<Answer>(
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const parameters = String(new URLSearchParams(query));
  const response = await fetch(parameters === '' ? path : `${path}?${parameters}`, {
    credentials: 'omit',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new ApiError(response.status);
  return response.json();
}
