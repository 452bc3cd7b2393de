import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

/** Long enough to finish a word, short enough that the page seems to follow the keys. */
const pauseMs = 180;

/**
 * The text of a search box that is kept in the address: typing updates the address after a pause, and the box follows when the address
 * changes otherwise.
 */
export function useAddressText(asked: string, onAsk: (text: string) => void) {
  const [text, setText] = useState(asked);
  /** Sent to the address and not yet back from it. */
  const sent = useRef<string[]>([]);
  const ask = useEffectEvent(onAsk);

  // The address changed by other means: Back, Clear filters, a link to this very page.
  useEffect(() => {
    const at = sent.current.indexOf(asked);
    if (at < 0) setText(asked);
    sent.current = at < 0 ? [] : sent.current.slice(at + 1);
  }, [asked]);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === (sent.current.at(-1) ?? asked.trim())) return;
    const timer = setTimeout(() => {
      sent.current.push(wanted);
      ask(wanted);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, asked]);

  /** Announces a text that the page itself puts into the address, so that the box does not take it for an outside change. */
  const expect = useCallback((next: string) => void sent.current.push(next), []);
  return { text, setText, expect };
}
