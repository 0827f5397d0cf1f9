/** An error status of the API. */
export class ApiError extends Error {
  readonly code = 'api';
  readonly status: number;

  constructor(status: number) {
    super(`The API answered with status ${status}.`);
    this.status = status;
  }
}

/** Waiting longer would only block a connection that exchanges need; in ms. */
const TIMEOUT_MS = 10_000;

/**
 * Requests a path of the page's own API, relative to the page. Answers have the contract's types.
 * @throws {ApiError} for an error status; {TypeError} or {DOMException} when there is no answer.
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
