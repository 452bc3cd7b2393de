import { useLingui } from '@lingui/react/macro';
import {
  IconCheck,
  IconDots,
  IconPhoto,
  IconPlayerPlayFilled,
  IconStar,
  IconStarFilled,
  IconVideo,
} from '@tabler/icons-react';
import {
  type MouseEvent,
  memo,
  type PointerEvent,
  type RefObject,
  startTransition,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Asset } from '@/api/types';
import { badgeWords, chipOf, spokenName, thumbOf } from '@/core/assets/asset';
import { BadgeMark } from '@/core/assets/BadgeMark';
import { areDragsWanted, carryAssets } from '@/core/assets/drag';
import { startOf, translated } from '@/lib/direction';
import { formatDuration } from '@/lib/format';
import { selectedWith } from '../selection/selectionStore';
import { HoverPreview } from './HoverPreview';
import classes from './Tile.module.css';
import { useLongPress } from './useLongPress';

/** The handlers of a tile's events. */
export interface TileActions {
  onPress: (asset: Asset, index: number, event: MouseEvent) => void;
  onCheck: (asset: Asset, index: number, event: MouseEvent) => void;
  onHold: (asset: Asset, index: number) => void;
  onStar: (asset: Asset) => void;
  onMenu: (asset: Asset, x: number, y: number) => void;
  onFocus: (index: number) => void;
}

/** Of a picture: visible; nearly visible, so it lets others load first; or flying by too fast to be seen. */
export type Urgency = 'now' | 'soon' | 'later';

interface Props {
  asset: Asset;
  index: number;
  x: number;
  y: number;
  size: number;
  picture: Urgency;
  focusable: boolean;
  open: boolean;
  menuOpen: boolean;
  selecting: boolean;
  selected: boolean;
  /** The same for all tiles; always holds the newest handlers. */
  on: RefObject<TileActions | null>;
}

export const Tile = memo(function Tile(props: Props) {
  const { asset, index, size, focusable, open, menuOpen, selecting, selected, on } = props;
  const { t } = useLingui();
  const { name } = asset;
  const [hovered, setHovered] = useState(false);
  const longPress = useLongPress(() => on.current?.onHold(asset, index));
  const thumb = thumbOf(asset);
  const Kind = asset.kind === 'video' ? IconVideo : IconPhoto;

  const openMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    // On a touch screen, the same press selects the tile.
    const { pointerType } = event.nativeEvent as globalThis.PointerEvent;
    if (pointerType !== 'touch') on.current?.onMenu(asset, event.clientX, event.clientY);
  };
  const hover = (event: PointerEvent) =>
    setHovered(event.type !== 'pointerleave' && event.pointerType === 'mouse');

  return (
    <li
      className={classes.tile}
      style={{
        width: size,
        height: size,
        transform: translated(props.x, props.y),
        backgroundImage: asset.placeholder ? `url(${asset.placeholder})` : undefined,
      }}
      data-video={asset.kind === 'video' || undefined}
      data-open={open || undefined}
      data-menu={menuOpen || undefined}
      data-selected={selected || undefined}
      onPointerEnter={hover}
      onPointerLeave={hover}
      // A tile that scrolls under a resting pointer gets no enter event.
      onPointerMove={hovered ? undefined : hover}
      onContextMenu={openMenu}
      draggable={(hovered && areDragsWanted()) || undefined}
      onDragStart={(event) => carryAssets(event, selectedWith(asset.id))}
    >
      {!thumb && (
        <span className={classes.blank}>
          <Kind size={28} stroke={1.5} />
        </span>
      )}
      {thumb && <Thumb key={thumb.url} url={thumb.url} urgency={props.picture} />}
      {hovered && <HoverPreview asset={asset} />}
      <button
        type="button"
        className={classes.open}
        data-index={index}
        data-asset={asset.id}
        tabIndex={focusable ? 0 : -1}
        aria-label={spokenName(asset)}
        aria-pressed={selecting ? selected : undefined}
        {...longPress.handlers}
        onClick={(event) => longPress.consumed() || on.current?.onPress(asset, index, event)}
        onFocus={() => on.current?.onFocus(index)}
      />
      <span className={classes.shade} dir="auto">
        {name}
      </span>
      <Chip asset={asset} />
      {asset.kind === 'video' && <Corner asset={asset} />}
      {(hovered || asset.starred) && (
        <button
          type="button"
          className={classes.star}
          tabIndex={-1}
          aria-label={asset.starred ? t`Unstar ${name}` : t`Star ${name}`}
          aria-pressed={asset.starred}
          data-set={asset.starred || undefined}
          onClick={() => on.current?.onStar(asset)}
        >
          {asset.starred ? <IconStarFilled size={18} /> : <IconStar size={18} stroke={1.75} />}
        </button>
      )}
      {(hovered || selecting || selected) && (
        // biome-ignore lint/a11y/useSemanticElements: a native box could not tell whether Shift was held.
        <button
          type="button"
          role="checkbox"
          className={classes.check}
          tabIndex={-1}
          aria-label={t`Select ${name}`}
          aria-checked={selected}
          onClick={(event) => on.current?.onCheck(asset, index, event)}
        >
          <i>{selected && <IconCheck size={16} stroke={2.5} />}</i>
        </button>
      )}
      {(hovered || menuOpen) && (
        <button
          type="button"
          className={classes.more}
          tabIndex={-1}
          aria-label={t`Actions for ${name}`}
          aria-haspopup="menu"
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            on.current?.onMenu(asset, startOf(box), box.bottom + 4);
          }}
        >
          <IconDots size={18} stroke={1.75} />
        </button>
      )}
    </li>
  );
});

/** Renders nothing unless there is something to say. */
function Chip({ asset }: { asset: Asset }) {
  const chip = chipOf(asset);
  if (chip === null) return null;
  return (
    <span className={classes.chip} data-status={asset.status}>
      {asset.status === 'processing' && <i className={classes.pulse} />}
      {chip}
    </span>
  );
}

function Corner({ asset }: { asset: Asset }) {
  const words = badgeWords(asset);
  return (
    <span className={classes.corner}>
      {asset.durationSeconds == null ? (
        <IconPlayerPlayFilled size={11} aria-hidden="true" />
      ) : (
        formatDuration(asset.durationSeconds)
      )}
      {asset.badge && words && <BadgeMark badge={asset.badge} words={words} />}
    </span>
  );
}

/** Fades in over the placeholder, or appears at once if the browser already had the picture. */
function Thumb({ url, urgency }: { url: string; urgency: Urgency }) {
  const [wanted, setWanted] = useState(urgency === 'now');
  const [shown, setShown] = useState<'faded' | 'at-once' | null>(null);
  const mounted = useRef(false);
  const settle = (image: HTMLImageElement | null) => {
    if (image === null || mounted.current) return;
    mounted.current = true;
    if (image.complete && image.naturalWidth > 0) setShown('at-once');
  };
  // Once requested, a picture stays. Requesting a whole screen takes long enough; the rest follows after that.
  if (urgency === 'now' && !wanted) setWanted(true);
  useEffect(() => {
    if (urgency === 'soon') startTransition(() => setWanted(true));
  }, [urgency]);
  if (!wanted) return null;
  return (
    <img
      ref={settle}
      className={classes.picture}
      data-shown={shown ?? undefined}
      fetchPriority={urgency === 'now' ? 'high' : 'low'}
      src={url}
      alt=""
      draggable={false}
      decoding="async"
      onLoad={() => setShown((now) => now ?? 'faded')}
    />
  );
}
