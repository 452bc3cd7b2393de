import 'yet-another-react-lightbox/styles.css';
import { useIdle, useReducedMotion } from '@mantine/hooks';
import { IconDownload, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import Lightbox from 'yet-another-react-lightbox';
import Video from 'yet-another-react-lightbox/plugins/video';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import type { Asset } from '@/api/types';
import { plural } from '@/lib/format';
import { Words } from '@/ui/Words';
import { download } from './assets';
import { slideOf } from './slides';
import classes from './Viewer.module.css';

interface Props {
  items: readonly Asset[];
  total: number;
  id: string;
  onShow: (asset: Asset) => void;
  /** Asked to load further down, before the end is reached. */
  onReach: (index: number) => void;
  onInfo: () => void;
  onClose: () => void;
}

/** Pictures and videos, edge to edge, over the current filter. */
export default function Viewer({ items, total, id, onShow, onReach, onInfo, onClose }: Props) {
  const still = useReducedMotion();
  const idle = useIdle(2500, { initialState: false });
  const [sharpId, setSharpId] = useState<string | null>(null);
  const index = items.findIndex((asset) => asset.id === id);
  const asset = items[index];

  const slides = useMemo(() => items.map((item) => slideOf(item, item.id === sharpId)), [items, sharpId]);

  useEffect(() => {
    if (index >= 0) onReach(index + 12);
  }, [index, onReach]);

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'i') onInfo();
      else if (event.key === ' ') toggleVideo(event);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', keys, true);
    return () => window.removeEventListener('keydown', keys, true);
  }, [onInfo]);

  if (!asset) return null;
  return (
    <Lightbox
      open
      close={onClose}
      index={index}
      slides={slides}
      className={classes.root}
      plugins={[Video, Zoom]}
      carousel={{ finite: true, padding: 0, preload: 2, imageFit: 'contain' }}
      animation={still ? { fade: 0, swipe: 0, navigation: 0, zoom: 0 } : { fade: 150, swipe: 220, zoom: 180 }}
      controller={{ closeOnPullDown: true, aria: true }}
      zoom={{ scrollToZoom: true, maxZoomPixelRatio: 3, doubleClickMaxStops: 2, pinchZoomV4: true }}
      video={{ controls: true, playsInline: true, autoPlay: true, preload: 'metadata' }}
      on={{
        view: ({ index: shown }) => {
          const item = items[shown];
          if (item && item.id !== id) onShow(item);
        },
        // The preview fills the screen well; only a closer look is worth the bytes of the original.
        zoom: ({ zoom }) => {
          if (zoom > 1 && asset.kind === 'image') setSharpId(asset.id);
        },
      }}
      portal={{ container: { 'data-idle': idle || undefined } as Record<string, unknown> }}
      toolbar={{
        buttons: [
          <button
            key="info"
            type="button"
            className="yarl__button"
            aria-label="Details"
            title="Details (i)"
            onClick={onInfo}
          >
            <IconInfoCircle className="yarl__icon" stroke={1.5} />
          </button>,
          <button
            key="download"
            type="button"
            className="yarl__button"
            aria-label={`Download ${asset.name}`}
            title="Download"
            onClick={() => download(asset)}
          >
            <IconDownload className="yarl__icon" stroke={1.5} />
          </button>,
          'zoom',
          'close',
        ],
      }}
      labels={{ Lightbox: 'Viewer', Close: 'Close (Esc)', Previous: 'Previous (←)', Next: 'Next (→)' }}
      render={{
        slide: ({ slide }) =>
          slide.type === 'unready' ? (
            <p className={classes.note}>
              <Words>{slide.sentence}</Words>
            </p>
          ) : undefined,
        controls: () => (
          <div className={classes.title} aria-live="polite">
            {asset.name}
            <VisuallyHiddenPlace index={index} total={total} />
          </div>
        ),
      }}
    />
  );
}

function VisuallyHiddenPlace({ index, total }: { index: number; total: number }) {
  return (
    <span style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
      , {index + 1} of {plural(total, 'item', 'items')}
    </span>
  );
}

function toggleVideo(event: KeyboardEvent): void {
  if (event.target instanceof HTMLButtonElement) event.target.blur();
  const video = document.querySelector<HTMLVideoElement>('.yarl__slide_current video');
  if (video?.paused) void video.play().catch(() => undefined);
  else video?.pause();
}
