/** An answer of the API other than success. */
export class ApiError extends Error {
  readonly code = 'api';
  readonly status: number;

  constructor(status: number) {
    super(`The API answered with status ${status}.`);
    this.status = status;
  }
}

/**
 * Asks this page's own API, whose answers have the contract's types.
 * @throws {ApiError} when it answers with an error; {TypeError} when it doesn't answer.
 */
export async function askApi<Answer>(
  path: string,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, {
    credentials: 'omit',
    signal: signal ?? null,
  });
  if (!response.ok) throw new ApiError(response.status);
  return response.json();
}
