import type { CSSProperties } from 'react';
import type { PostAsset } from '@/api/types';
import classes from './CroppedPicture.module.css';
import { croppedSize } from './media';

interface Props {
  media: PostAsset;
  fit: 'cover' | 'contain';
  /** The aspect ratio of the box around it, width divided by height. */
  frame?: number;
  large?: boolean;
  playing?: boolean;
}

/** A picture or video as the post shows it: only what the crop leaves of it. */
export function CroppedPicture({ media, fit, frame = 1, large = false, playing = false }: Props) {
  const { crop, thumbUrl, previewUrl, videoUrl, trim, name } = media;
  const source = large ? (previewUrl ?? thumbUrl) : (thumbUrl ?? previewUrl);
  const part: CSSProperties | undefined = crop
    ? {
        width: `${100 / crop.width}%`,
        height: `${100 / crop.height}%`,
        // allow direction: a crop counts from the left of the picture
        left: `${(-100 * crop.x) / crop.width}%`,
        top: `${(-100 * crop.y) / crop.height}%`,
      }
    : undefined;
  return (
    <span className={classes.box} style={boxOf(media, fit, frame)}>
      {playing && videoUrl ? (
        <video
          className={classes.part}
          style={part}
          src={trim ? `${videoUrl}#t=${trim.start},${trim.end}` : videoUrl}
          poster={source ?? undefined}
          autoPlay
          muted
          loop
          playsInline
          aria-label={name}
        />
      ) : (
        source && <img className={classes.part} style={part} src={source} alt="" draggable={false} />
      )}
    </span>
  );
}

/** As wide or as high as its frame, depending on the fit; the other side follows from its own aspect ratio. */
function boxOf(media: PostAsset, fit: 'cover' | 'contain', frame: number): CSSProperties {
  const size = croppedSize(media);
  const aspect = size ? size.width / size.height : frame;
  const fillsHeight = fit === 'cover' ? aspect >= frame : aspect < frame;
  return { aspectRatio: aspect, ...(fillsHeight ? { height: '100%' } : { width: '100%' }) };
}
