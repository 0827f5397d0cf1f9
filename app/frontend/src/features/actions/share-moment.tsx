import { useState } from 'react';
import { copyText } from '../../lib/copy-text.ts';
import { momentLink } from '../../lib/moment-link.ts';
import { usePageClock } from '../../lib/page-clock.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';

interface ShareMomentProps {
  /** The places that are shown, as the address has them. */
  readonly getPins: () => string;
}

const SECOND_MS = 1_000;

/** Shares a link to the present second: by the system's own menu, or else by the clipboard. */
export function ShareMoment({ getPins }: ShareMomentProps) {
  const { texts } = useBelowLanguage();
  const { ticker } = usePageClock();
  const [news, setNews] = useState('');
  const share = async () => {
    const { reading, atMs, rate } = ticker.getFrame();
    if (reading === null) return;
    const nowMs = reading.estimateMs + (performance.now() - atMs) * rate;
    const ms = Math.floor(nowMs / SECOND_MS) * SECOND_MS;
    const link = momentLink({ ms, pins: getPins(), name: null });
    if (navigator.share === undefined) {
      setNews((await copyText(link)) ? texts.travel.copied : texts.travel.cannotCopy(link));
      return;
    }
    try {
      await navigator.share({ url: link });
    } catch (error) {
      // The visitor may also close the system's menu.
      const isClosed = error instanceof DOMException && error.name === 'AbortError';
      setNews(isClosed ? '' : texts.travel.cannotCopy(link));
    }
  };
  return (
    <>
      <button type="button" onClick={() => void share()}>
        {texts.actions.share}
      </button>
      <p aria-live="polite">{news}</p>
    </>
  );
}
