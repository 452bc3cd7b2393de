import { IconDots, IconPhoto, IconVideo } from '@tabler/icons-react';
import { type MouseEvent, memo, type PointerEvent, useRef, useState } from 'react';
import type { Asset } from '@/api/types';
import { formatDuration } from '@/lib/format';
import { spokenName, thumbOf } from './assets';
import { HoverPreview } from './HoverPreview';
import classes from './Tile.module.css';
import { useLongPress } from './useLongPress';

interface Props {
  asset: Asset;
  index: number;
  x: number;
  y: number;
  size: number;
  focusable: boolean;
  open: boolean;
  menuOpen: boolean;
  onOpen: (asset: Asset) => void;
  onFocus: (index: number) => void;
  onMenu: (asset: Asset, x: number, y: number) => void;
}

const chips = { processing: 'Processing', failed: 'Failed', draft: 'Draft' } as const;

export const Tile = memo(function Tile(props: Props) {
  const { asset, index, size, focusable, open, menuOpen } = props;
  const [hovered, setHovered] = useState(false);
  const longPress = useLongPress((x, y) => props.onMenu(asset, x, y));
  const thumb = thumbOf(asset);
  const Kind = asset.kind === 'video' ? IconVideo : IconPhoto;

  const openMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    props.onMenu(asset, event.clientX, event.clientY);
  };
  const openMenuBelow = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    props.onMenu(asset, box.left, box.bottom + 4);
  };
  const hover = (event: PointerEvent) =>
    setHovered(event.type === 'pointerenter' && event.pointerType === 'mouse');

  return (
    <li
      className={classes.tile}
      style={{
        width: size,
        height: size,
        transform: `translate(${props.x}px, ${props.y}px)`,
        backgroundImage: asset.placeholder ? `url(${asset.placeholder})` : undefined,
      }}
      data-video={asset.kind === 'video' || undefined}
      data-open={open || undefined}
      data-menu={menuOpen || undefined}
      onPointerEnter={hover}
      onPointerLeave={hover}
      onContextMenu={openMenu}
    >
      {!thumb && (
        <span className={classes.blank}>
          <Kind size={28} stroke={1.5} />
        </span>
      )}
      {thumb && <Thumb key={thumb.url} url={thumb.url} />}
      {hovered && <HoverPreview asset={asset} />}
      <button
        type="button"
        className={classes.open}
        data-index={index}
        data-asset={asset.id}
        tabIndex={focusable ? 0 : -1}
        aria-label={spokenName(asset)}
        {...longPress.handlers}
        onClick={() => longPress.consumed() || props.onOpen(asset)}
        onFocus={() => props.onFocus(index)}
      />
      <span className={classes.shade}>{asset.name}</span>
      {asset.status !== 'ready' && (
        <span className={classes.chip} data-status={asset.status}>
          {asset.status === 'processing' && <i className={classes.pulse} />}
          {chips[asset.status]}
        </span>
      )}
      {asset.kind === 'video' && asset.durationSeconds != null && (
        <span className={classes.corner}>{formatDuration(asset.durationSeconds)}</span>
      )}
      <button
        type="button"
        className={classes.more}
        tabIndex={-1}
        aria-label={`Actions for ${asset.name}`}
        aria-haspopup="menu"
        onClick={openMenuBelow}
      >
        <IconDots size={18} stroke={1.75} />
      </button>
    </li>
  );
});

/** Fades in over the placeholder, unless the browser had the picture already: then it is simply there. */
function Thumb({ url }: { url: string }) {
  const [shown, setShown] = useState<'faded' | 'at-once' | null>(null);
  const mounted = useRef(false);
  const settle = (image: HTMLImageElement | null) => {
    if (image === null || mounted.current) return;
    mounted.current = true;
    if (image.complete && image.naturalWidth > 0) setShown('at-once');
  };
  return (
    <img
      ref={settle}
      className={classes.picture}
      data-shown={shown ?? undefined}
      src={url}
      alt=""
      draggable={false}
      decoding="async"
      onLoad={() => setShown((now) => now ?? 'faded')}
    />
  );
}
