import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bendDeviceClock } from '../browser/bent-clock.ts';
import { expect, test } from '../browser/page.fixture.ts';

const SCHEMES = ['xsdate', 'iso', 'head'] as const;
/** The device is wrong by this: without UTCTiming, a player would ask for segments of another hour. */
const AHEAD_MS = 5 * 3_600_000;
const SEGMENT_MS = 2_000;
/** Segments lie behind the live edge by the buffer that the manifest asks for. */
const BEHIND_EDGE_MS = 60_000;

/** The players as they ship, from the packages of this folder. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '/dash.js': 'dashjs/dist/modern/umd/dash.mediaplayer.min.js',
  '/shaka.js': 'shaka-player/dist/shaka-player.dash.js',
};

/** A live stream since 1970: the number of a segment tells the time that the player takes it to be. */
function manifest(scheme: string, apiUrl: string): string {
  return `<?xml version="1.0"?>
    <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011"
      type="dynamic" availabilityStartTime="1970-01-01T00:00:00Z" minimumUpdatePeriod="PT1H"
      minBufferTime="PT2S" timeShiftBufferDepth="PT30S">
      <Period id="1" start="PT0S">
        <AdaptationSet contentType="video" mimeType="video/webm" codecs="vp9">
          <SegmentTemplate timescale="1000" duration="${SEGMENT_MS}" startNumber="0"
            initialization="first.webm" media="$Number$.webm"/>
          <Representation id="1" bandwidth="1000" width="16" height="16"/>
        </AdaptationSet>
      </Period>
      <UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-${scheme}:2014" value="${apiUrl}/api/utctiming/${scheme}"/>
    </MPD>`;
}

/** The origin of the page with the player, and of the stream. Segments are missing. */
async function serveStream(apiUrl: string): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url = '/' }, response) => {
    // Of which a player would take the time when it gets none.
    response.sendDate = false;
    const script = SCRIPTS[url];
    const scheme = SCHEMES.find((scheme) => url.startsWith(`/${scheme}.mpd`));
    if (script !== undefined) {
      const path = new URL(`./node_modules/${script}`, import.meta.url);
      response.setHeader('content-type', 'text/javascript').end(readFileSync(path));
    } else if (scheme !== undefined) {
      response.setHeader('content-type', 'application/dash+xml').end(manifest(scheme, apiUrl));
    } else if (url === '/') {
      response.setHeader('content-type', 'text/html');
      response.end('<link rel="icon" href="data:,"><video muted></video>');
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

for (const scheme of SCHEMES) {
  test(`dash.js sets its time by http-${scheme}`, async ({ api, context }) => {
    // Not the fixture's page: players log what they miss.
    const page = await context.newPage();
    const { server, url } = await serveStream(api.url);
    await bendDeviceClock(page, AHEAD_MS);
    await page.goto(url);
    await page.addScriptTag({ url: '/dash.js' });
    const offsetMs = await page.evaluate(playByDash, `${url}/${scheme}.mpd`);
    // http-head has whole seconds.
    expect(Math.abs(offsetMs + AHEAD_MS)).toBeLessThan(scheme === 'head' ? 1_500 : 500);
    server.close();
  });

  test(`Shaka Player asks for the segments of now by http-${scheme}`, async ({ api, context }) => {
    // Not the fixture's page: players log what they miss.
    const page = await context.newPage();
    const { server, url } = await serveStream(api.url);
    await bendDeviceClock(page, AHEAD_MS);
    await page.goto(url);
    await page.addScriptTag({ url: '/shaka.js' });
    const asked = page.waitForRequest(/\/\d+\.webm$/);
    await page.evaluate(playByShaka, `${url}/${scheme}.mpd`);
    const segment = Number(/(\d+)\.webm$/.exec((await asked).url())?.[1]);
    const behindMs = Date.now() - segment * SEGMENT_MS;
    expect(behindMs).toBeGreaterThan(-SEGMENT_MS);
    expect(behindMs).toBeLessThan(BEHIND_EDGE_MS);
    server.close();
  });
}

interface DashPlayer {
  on(event: string, callback: (event: { readonly offset: number }) => void): void;
  initialize(view: HTMLMediaElement | null, url: string, autoPlay: boolean): void;
}
interface ShakaPlayer {
  attach(view: HTMLMediaElement | null): Promise<void>;
  load(url: string): Promise<void>;
}

/** In the page: the offset that dash.js finds, in ms. */
function playByDash(url: string): Promise<number> {
  const { dashjs } = window as unknown as {
    dashjs: { MediaPlayer(): { create(): DashPlayer } };
  };
  const player = dashjs.MediaPlayer().create();
  return new Promise((resolve) => {
    player.on('updateTimeSyncOffset', ({ offset }) => resolve(offset));
    player.initialize(document.querySelector('video'), url, true);
  });
}

/** In the page. Loading ends with an error, since no segment is there. */
async function playByShaka(url: string): Promise<void> {
  const { shaka } = window as unknown as { shaka: { Player: new () => ShakaPlayer } };
  const player = new shaka.Player();
  await player.attach(document.querySelector('video'));
  void player.load(url).catch(() => {});
}
