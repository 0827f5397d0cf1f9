/** One event in the wire format (HTML, "Server-sent events"). */
export function eventText(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Tells the client how long to wait, in ms, before it connects again. */
export function retryText(delayMs: number): string {
  return `retry: ${Math.round(delayMs)}\n\n`;
}

/** A comment: it keeps the connection open through proxies. */
export const HEARTBEAT_TEXT = ': here\n\n';
