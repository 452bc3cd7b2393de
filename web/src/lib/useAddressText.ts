import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

/** Long enough to finish a word, short enough to feel as if the page followed the keys. */
const pauseMs = 180;

/** The text of a search box that stands in the address: typed, it goes there after a pause; changed there, the box follows. */
export function useAddressText(asked: string, onAsk: (text: string) => void) {
  const [text, setText] = useState(asked);
  /** Sent to the address, and not come back from it yet. */
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

  /** Says that the page itself sends this text to the address, so that the box does not take it for somebody else's. */
  const expect = useCallback((next: string) => void sent.current.push(next), []);
  return { text, setText, expect };
}
