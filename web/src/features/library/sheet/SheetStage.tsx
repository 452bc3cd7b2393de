import { useLingui } from '@lingui/react/macro';
import { IconPhoto, IconVideo } from '@tabler/icons-react';
import type { Asset } from '@/api/types';
import { renditionOf } from '@/core/assets/asset';
import classes from './AssetSheet.module.css';

/** The full picture, or the player. */
export function SheetStage({ asset, onView }: { asset: Asset; onView: (asset: Asset) => void }) {
  const { t } = useLingui();
  const { name } = asset;
  const poster = renditionOf(asset, 'poster', 'preview', 'thumb')?.url;
  const picture = asset.animated ? asset.original.url : renditionOf(asset, 'preview', 'thumb')?.url;
  const ratio = asset.width && asset.height ? asset.width / asset.height : 4 / 3;
  const style = {
    // A very wide or very tall picture still gets a stage of a usable shape.
    aspectRatio: Math.min(3, Math.max(0.62, ratio)),
    backgroundImage: asset.placeholder && !asset.animated ? `url(${asset.placeholder})` : undefined,
  };
  if (asset.kind === 'video' && asset.status !== 'failed' && asset.width !== null)
    return (
      <div className={classes.stage} style={style}>
        {/* biome-ignore lint/a11y/useMediaCaption: members upload these; Magpie has no captions for them. */}
        <video
          src={renditionOf(asset, 'playback')?.url ?? asset.original.url}
          poster={poster}
          controls
          playsInline
          preload="metadata"
          aria-label={asset.name}
        />
      </div>
    );
  const Kind = asset.kind === 'video' ? IconVideo : IconPhoto;
  return (
    <div className={classes.stage} style={style}>
      {picture ? (
        <img
          key={picture}
          src={picture}
          alt={asset.altText ?? asset.name}
          // The placeholder behind it is better than a broken picture.
          onError={(event) => {
            event.currentTarget.style.visibility = 'hidden';
          }}
        />
      ) : (
        <Kind className={classes.blank} size={40} stroke={1.5} />
      )}
      {picture && (
        <button
          type="button"
          className={classes.enlarge}
          aria-label={t`Show ${name} full screen`}
          onClick={() => onView(asset)}
        />
      )}
    </div>
  );
}
