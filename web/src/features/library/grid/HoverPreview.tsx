import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Asset } from '@/api/types';
import { renditionOf } from '@/core/assets/asset';
import classes from './Tile.module.css';

/** A pointer that only passes by starts nothing. */
const patienceMs = 150;

/** The short silent preview of a video or an animation, while the pointer rests on its tile. */
export function HoverPreview({ asset }: { asset: Asset }) {
  const still = useReducedMotion();
  const [rested, setRested] = useState(false);
  const [shown, setShown] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const clip = renditionOf(asset, 'hover');

  useEffect(() => {
    const timer = setTimeout(() => setRested(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    if (!rested) return;
    const element = video.current;
    // Autoplay may be forbidden by the browser; the still picture then simply stays.
    element?.play().catch(() => undefined);
    return () => {
      // Removing a video element does not stop its download; emptying it does.
      element?.removeAttribute('src');
      element?.load();
    };
  }, [rested]);

  if (!clip || !rested || still) return null;
  return clip.mediaType.startsWith('image/') ? (
    <img
      className={classes.picture}
      data-shown={shown || undefined}
      src={clip.url}
      alt=""
      onLoad={() => setShown(true)}
    />
  ) : (
    <video
      ref={video}
      className={classes.picture}
      data-shown={shown || undefined}
      src={clip.url}
      muted
      loop
      playsInline
      tabIndex={-1}
      aria-hidden="true"
      onPlaying={() => setShown(true)}
    />
  );
}
