import 'yet-another-react-lightbox/styles.css';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useIdle, useReducedMotion } from '@mantine/hooks';
import { IconDownload, IconInfoCircle, IconStar, IconStarFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import Lightbox from 'yet-another-react-lightbox';
import Video from 'yet-another-react-lightbox/plugins/video';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import type { Asset } from '@/api/types';
import { download } from '@/core/assets/asset';
import { assetQuery } from '@/core/assets/queries';
import { coveredId } from '@/lib/content';
import { formatCount } from '@/lib/format';
import { useOpenThing } from '@/lib/openThing';
import { showToast } from '@/ui/toast';
import { slideOf, type UnreadySlide } from './slides';
import { UnreadyNote } from './UnreadyNote';
import { useReel } from './useReel';
import classes from './Viewer.module.css';

const loadingSlide: UnreadySlide = { type: 'unready' };

interface Props {
  items: ReadonlyMap<number, Asset> | undefined;
  total: number;
  /** The index of the asset in the list; -1 if it is unknown, and the asset is shown alone. */
  index: number;
  id: string;
  onShow: (asset: Asset) => void;
  assetAt: (index: number) => Promise<Asset | undefined>;
  onStar: (asset: Asset) => void;
  onInfo: () => void;
  onClose: () => void;
}

/** Pictures and videos, edge to edge, from the current filter. */
export default function Viewer({ items, total, index, id, onShow, assetAt, onStar, onInfo, onClose }: Props) {
  const { t } = useLingui();
  const still = useReducedMotion();
  const idle = useIdle(2500, { initialState: false });
  const [sharpId, setSharpId] = useState<string | null>(null);
  /** The index the person has moved to while the asset there is still loading. */
  const [ahead, setAhead] = useState<number | null>(null);
  const listed = items?.get(index);
  const { data: alone, error } = useQuery({ ...assetQuery(id), enabled: listed?.id !== id });
  const asset = listed?.id === id ? listed : alone;
  const place = ahead ?? Math.max(0, index);
  const reel = useReel(id, index, place, index < 0 ? 1 : total);

  const slides = useMemo(
    () =>
      Array.from({ length: reel.to - reel.from }, (_, offset) => {
        const at = reel.from + offset;
        const item = at === index || index < 0 ? asset : items?.get(at);
        return item ? slideOf(item, item.id === sharpId) : loadingSlide;
      }),
    [reel, items, asset, index, sharpId],
  );

  const show = (at: number) => {
    if (index < 0 || at === index) return setAhead(null);
    const item = items?.get(at);
    if (item) {
      setAhead(null);
      return onShow(item);
    }
    setAhead(at);
    assetAt(at).then(
      (loaded) => {
        setAhead((now) => (now === at ? null : now));
        if (loaded) onShow(loaded);
      },
      (problem: Error) => {
        setAhead(null);
        showToast(problem.message, true);
      },
    );
  };

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'i') onInfo();
    else if (event.key === 's' && asset) onStar(asset);
    else if (event.key === ' ') toggleVideo(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  // For a deleted asset, leads back to the library, where the sheet says that it is gone.
  useEffect(() => {
    if (error && !asset) onInfo();
  }, [error, asset, onInfo]);

  useOpenThing(asset?.name);
  if (!asset) return null;
  const { name } = asset;
  // The lightbox's own placeholders; it fills them in itself.
  const [slide, slideCount] = ['{index}', '{total}'];
  return (
    <Lightbox
      open
      close={onClose}
      index={place - reel.from}
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
          show(reel.from + shown);
        },
        // The preview is good enough to fill the screen; only zooming in is worth the bytes of the original.
        zoom: ({ zoom }) => {
          if (zoom > 1 && asset.kind === 'image') setSharpId(asset.id);
        },
      }}
      portal={{
        root: () => document.getElementById(coveredId),
        container: { 'data-idle': idle || undefined } as Record<string, unknown>,
      }}
      toolbar={{
        buttons: [
          <button
            key="star"
            type="button"
            className="yarl__button"
            aria-label={t`Star ${name}`}
            aria-pressed={asset.starred}
            aria-keyshortcuts="s"
            title={t`Star (s)`}
            onClick={() => onStar(asset)}
          >
            {asset.starred ? (
              <IconStarFilled className="yarl__icon" />
            ) : (
              <IconStar className="yarl__icon" stroke={1.5} />
            )}
          </button>,
          <button
            key="info"
            type="button"
            className="yarl__button"
            aria-label={t`Details`}
            aria-keyshortcuts="i"
            title={t`Details (i)`}
            onClick={onInfo}
          >
            <IconInfoCircle className="yarl__icon" stroke={1.5} />
          </button>,
          <button
            key="download"
            type="button"
            className="yarl__button"
            aria-label={t`Download ${name}`}
            title={t({ message: 'Download', context: 'verb' })}
            onClick={() => download(asset)}
          >
            <IconDownload className="yarl__icon" stroke={1.5} />
          </button>,
          'zoom',
          'close',
        ],
      }}
      labels={{
        Lightbox: t({ message: 'Viewer', comment: 'a picture or video that fills the window' }),
        Close: t`Close`,
        Previous: t`Previous`,
        Next: t`Next`,
        'Zoom in': t`Zoom in`, // untranslated: it is a key of the lightbox
        'Zoom out': t`Zoom out`, // untranslated: it is a key of the lightbox
        Carousel: t`Carousel`,
        'Photo gallery': t`Photos and videos`, // untranslated: it is a key of the lightbox
        Slide: t`Slide`,
        '{index} of {total}': t`${slide} of ${slideCount}`,
      }}
      render={{
        slide: ({ slide: shown }) =>
          shown.type === 'unready' ? (
            <p className={classes.note}>
              <UnreadyNote asset={shown.asset} />
            </p>
          ) : undefined,
        controls: () => (
          <div className={classes.title} aria-live="polite">
            <span dir="auto">{name}</span>
            {index >= 0 && <VisuallyHiddenPlace index={index} total={total} />}
          </div>
        ),
      }}
    />
  );
}

function VisuallyHiddenPlace({ index, total }: { index: number; total: number }) {
  const { t } = useLingui();
  const place = formatCount(index + 1);
  return (
    <span style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
      {t`${place} of ${plural(total, { one: '# item', other: '# items' })}`}
    </span>
  );
}

function toggleVideo(event: KeyboardEvent): void {
  if (event.target instanceof HTMLButtonElement) event.target.blur();
  const video = document.querySelector<HTMLVideoElement>('.yarl__slide_current video');
  if (video?.paused) void video.play().catch(() => undefined);
  else video?.pause();
}
