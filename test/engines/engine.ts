/** One page of one browser engine, as far as these tests drive it. */
export interface EnginePage {
  open(url: string): Promise<void>;
  /** Evaluates an expression in the page, waits for its promise, and gives its JSON value. */
  run<Value>(expression: string): Promise<Value>;
  /** Types into a field, as a keyboard does; `\n` is Enter. */
  type(selector: string, text: string): Promise<void>;
}

/** A browser with a profile of its own. */
export interface Engine {
  readonly name: string;
  readonly page: EnginePage;
  /** Ends the browser, and all that was started for it. */
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 30_000;

/** Evaluates an expression in the page until it is true; an error when that takes 30 s. */
export async function waitUntil(page: EnginePage, condition: string): Promise<void> {
  await page.run(`new Promise((resolve, reject) => {
    const lastMs = performance.now() + ${LONGEST_WAIT_MS};
    const look = () => {
      if (${condition}) resolve(true);
      else if (performance.now() > lastMs) reject(new Error('never true: ' + ${JSON.stringify(condition)}));
      else setTimeout(look, 50);
    };
    look();
  })`);
}
