import type { Page } from '@playwright/test';
import { bendDeviceClock, sleepDevice, stepDeviceClock } from './bent-clock.ts';
import { expect, test } from './page.fixture.ts';
import { SERVER_STATES } from './server-states.ts';
import { type SimulatedWorld, simulateWorld } from './simulated-world.ts';

/**
 * The page must look as in docs/images. `make pictures` takes them again: look at what it changed
 * before you commit it.
 */
test.use({ timezoneId: 'Europe/Paris', locale: 'en-GB' });

const HOUR_MS = 3_600_000;
/** The first burst of exchanges is over after this time, in ms. */
const SETTLED_MS = 20_000;

const SIZES = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

/** The page in a world that it has not been opened in yet. */
interface Scene {
  readonly page: Page;
  readonly world: SimulatedWorld;
  readonly url: string;
}

/** How the page is brought into each state, and words that it then says. */
interface State {
  reach(scene: Scene): Promise<void>;
  readonly words: string;
}

/** A state that the server is in from the start. */
function fromTheStart({ simulated, words }: (typeof SERVER_STATES)[keyof typeof SERVER_STATES]) {
  return {
    words,
    async reach({ world, url }: Scene) {
      await world.setServer(simulated);
      await world.open(url);
      await world.run(SETTLED_MS);
    },
  };
}

const STATES: Readonly<Record<string, State>> = {
  connecting: {
    words: 'Asking the server for the time',
    async reach({ world, url }) {
      await world.setServer({ link: 'silent' });
      await world.open(url);
    },
  },
  synchronized: fromTheStart(SERVER_STATES.synchronized),
  holdover: fromTheStart(SERVER_STATES.holdover),
  contradictory: fromTheStart(SERVER_STATES.contradictory),
  unsynchronized: fromTheStart(SERVER_STATES.unsynchronized),
  disagreeing: {
    words: 'Two clocks disagree by',
    async reach({ world, url }) {
      await world.open(url);
      await world.run(SETTLED_MS);
      await world.setServer({ aheadMs: 300 });
      await world.run(SETTLED_MS);
    },
  },
  offline: {
    words: 'The server has given no time since',
    async reach({ world, url }) {
      await world.open(url);
      await world.run(SETTLED_MS);
      await world.setServer({ link: 'down' });
      await world.run(HOUR_MS / 12);
    },
  },
  reopened: {
    words: 'The time shown was measured on',
    async reach({ page, world, url }) {
      await world.open(url);
      await world.run(SETTLED_MS);
      await world.setServer({ link: 'down' });
      await page.clock.fastForward(HOUR_MS);
      await world.open(url);
    },
  },
  woken: {
    words: 'Your device just woke',
    async reach({ page, world, url }) {
      await world.open(url);
      await world.run(SETTLED_MS);
      await sleepDevice(page, HOUR_MS);
      await world.run(SETTLED_MS);
    },
  },
  stepped: {
    words: 'Your device’s clock was set forward',
    async reach({ page, world, url }) {
      await bendDeviceClock(page, 0);
      await world.open(url);
      await world.run(SETTLED_MS);
      await stepDeviceClock(page, HOUR_MS);
      await world.run(SETTLED_MS);
    },
  },
};

/** What the server says of the time, as far as the samples for programs print it. */
const TIME = { now: '2026-11-24T09:41:32.104211098Z', clock: { status: 'synchronized' } };

/** What the server says of four zones at the beginning of the simulated world. */
const ZONES: Readonly<Record<string, unknown>> = Object.fromEntries(
  [
    ['Europe/Paris', 'FR', '+01:00', '2027-03-28T01:00:00Z', '+02:00'],
    ['America/New_York', 'US', '-05:00', '2027-03-14T07:00:00Z', '-04:00'],
    ['Asia/Kolkata', 'IN', '+05:30', null, ''],
    ['Asia/Tokyo', 'JP', '+09:00', null, ''],
  ].map(([id = '', code, utcOffset, at, after]) => [
    id,
    {
      id,
      country: { code },
      cities: [],
      at: TIME.now,
      current: { utcOffset },
      startOfYear: { utcOffset },
      transitions: [],
      tzdb: '2026f',
      next: at && { at, after: { utcOffset: after } },
    },
  ]),
);

/** The server of a test has another port each time, and each machine another font for code. */
async function nameServer(page: Page): Promise<void> {
  await expect(page.locator('.programs samp')).toContainText(TIME.now);
  for (const code of await page.locator('.programs :is(code, samp, pre)').all()) {
    await code.evaluate((element) => {
      element.style.fontFamily = 'inherit';
    });
  }
  await page.locator('.programs code').evaluate((code) => {
    const [text] = code.childNodes;
    if (text === undefined) return;
    text.nodeValue = text.nodeValue?.replace(location.origin, 'https://time.example') ?? '';
  });
}

/** Stops the digits below a second, and ends what moves for a moment. */
async function holdStill(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY) animation.finish();
      else {
        animation.pause();
        animation.currentTime = 482;
      }
    }
  });
}

async function expectPicture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // The world stands still, but the browser may not have drawn all of it yet.
    await expect(async () => {
      await holdStill(page);
      await expect(page).toHaveScreenshot(`page-${name}-${colorScheme}.png`, { fullPage });
    }).toPass({ timeout: 10_000 });
  }
}

for (const [state, { reach, words }] of Object.entries(STATES)) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`the page looks as it should: ${state}, ${size}`, async ({ api, page }) => {
      await page.setViewportSize(viewport);
      const world = await simulateWorld(page);
      await reach({ page, world, url: api.url });
      await expect(page.locator('.statements')).toContainText(words);
      await expectPicture(page, `${state}-${size}`);
    });
  }
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`the clock alone looks as it should: ${size}`, async ({ api, page }) => {
    await page.setViewportSize(viewport);
    const world = await simulateWorld(page);
    await page.goto(`${api.url}/wall?zone=UTC%2B1&start=09:00&finish=12:00`);
    await expect(page.locator('.place')).toHaveText('UTC+1');
    await world.run(SETTLED_MS);
    await expect(page.locator('.exam')).toContainText('left');
    await expectPicture(page, `wall-${size}`);
  });
}

test.describe('all of it', () => {
  test.use({ viewport: SIZES.desk });

  test.beforeEach(async ({ api, page }) => {
    const world = await simulateWorld(page);
    await world.setServer({ aheadMs: -1_234 });
    await page.route('**/api/v1/timezone?*', (route) =>
      route.fulfill({ json: ZONES[new URL(route.request().url()).searchParams.get('id') ?? ''] }),
    );
    await page.route('**/api/v1/time', (route) => route.fulfill({ json: TIME }));
    await world.open(`${api.url}/?zones=${Object.keys(ZONES)}`);
    await world.run(SETTLED_MS);
    await expect(page.getByRole('listitem').last()).toContainText('8\u00a0h ahead of you');
    await nameServer(page);
  });

  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`the page looks as it should: at another moment, ${size}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.getByLabel('A place, a time').fill('2026-12-03T06:00Z');
      await page.keyboard.press('Enter');
      await expect(page.locator('.travel h2')).toContainText('is 07:00 here');
      await page.locator('section.field').evaluate((field) => field.scrollIntoView());
      await expectPicture(page, `travel-${size}`);
    });
  }

  test('the page looks as it should: whole', async ({ page }) => {
    await expectPicture(page, 'whole', { fullPage: true });
  });

  test.describe('for the first page of the documentation', () => {
    test.use({ deviceScaleFactor: 2 });

    test('the page looks as it should: at first sight', async ({ page }) => {
      await expectPicture(page, 'first-sight');
    });
  });

  test('the page looks as it should: in French', async ({ page }) => {
    await page.getByLabel('Language').selectOption('Français');
    await page.evaluate(() => scrollTo(0, 0));
    await expect(page.locator('.when')).toContainText('novembre');
    await expectPicture(page, 'french');
  });

  test("the page looks as it should: in the visitor's own colours", async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.getByLabel('A place, a time').fill('united states');
    await expect(page.getByRole('listbox')).toBeVisible();
    await expectPicture(page, 'own-colours', { fullPage: true });
  });

  test('the page looks as it should: on paper', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await holdStill(page);
    await expect(page).toHaveScreenshot('page-print.png', { fullPage: true });
  });
});
