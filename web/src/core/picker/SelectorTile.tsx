import { useLingui } from '@lingui/react/macro';
import type { Asset } from '@/api/types';
import { AssetTile } from '@/core/assets/AssetTile';
import { chipOf } from '@/core/assets/asset';
import { translated } from '@/lib/direction';
import { formatCount } from '@/lib/format';
import classes from './selector.module.css';

interface Props {
  asset: Asset;
  index: number;
  x: number;
  y: number;
  size: number;
  focusable: boolean;
  /** Its position in the selection, from 1; 0 if it is not selected. */
  order: number;
  inPost: boolean;
  onSelect: () => void;
}

export function SelectorTile({ asset, index, x, y, size, focusable, order, inPost, onSelect }: Props) {
  const { t } = useLingui();
  return (
    <li className={classes.tile} style={{ width: size, height: size, transform: translated(x, y) }}>
      <AssetTile
        asset={asset}
        index={index}
        focusable={focusable}
        picked={order > 0}
        taken={inPost ? t`already in this post` : undefined}
        chip={inPost ? t({ message: 'Added', context: 'media in a post' }) : chipOf(asset)}
        mark={order > 0 && <span className={classes.order}>{formatCount(order)}</span>}
        onSelect={onSelect}
      />
    </li>
  );
}
