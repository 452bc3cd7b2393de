import type { Asset } from '@/api/types';
import { AssetTile } from '@/core/assets/AssetTile';
import { chipOf } from '@/core/assets/asset';
import { translated } from '@/lib/direction';
import classes from './selector.module.css';

interface Props {
  asset: Asset;
  index: number;
  x: number;
  y: number;
  size: number;
  focusable: boolean;
  /** Its place in the selection, from 1; 0 if it is not selected. */
  order: number;
  inPost: boolean;
  onSelect: () => void;
}

export function SelectorTile({ asset, index, x, y, size, focusable, order, inPost, onSelect }: Props) {
  return (
    <li className={classes.tile} style={{ width: size, height: size, transform: translated(x, y) }}>
      <AssetTile
        asset={asset}
        index={index}
        focusable={focusable}
        picked={order > 0}
        taken={inPost ? 'in the post already' : undefined}
        chip={inPost ? 'In the post' : chipOf(asset)}
        mark={order > 0 && <span className={classes.order}>{order}</span>}
        onSelect={onSelect}
      />
    </li>
  );
}
