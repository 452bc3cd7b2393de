import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import type { Asset } from '@/api/types';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import { anchorAt } from '@/ui/anchor';
import type { AssetActions } from './entries';
import { type Entry, useEntries } from './entries';
import { describeTarget, sizeOf, type Target } from './targets';

interface Props extends AssetActions {
  asset: Asset;
  /** The selection, if the asset is in it. */
  target?: Target;
  x: number;
  y: number;
  onClose: () => void;
}

/** The actions on an asset; one menu for the whole grid, opened at the pointer. */
export default function AssetMenu({ asset, target, x, y, onClose, ...on }: Props) {
  const { t } = useLingui();
  const entries = useEntries();
  const { name } = asset;
  const count = target === undefined ? 1 : sizeOf(target);
  const many = target !== undefined && (target.kind === 'filter' || target.ids.length > 1);
  return (
    <AnchoredMenu
      anchor={anchorAt(x, y)}
      label={
        many
          ? plural(count, { one: 'Actions for # item', other: 'Actions for # items' })
          : t`Actions for ${name}`
      }
      width={228}
      position="bottom-start"
      onClose={onClose}
    >
      {many && <Menu.Label>{describeTarget(target)}</Menu.Label>}
      <EntryItems entries={many ? entries.ofMany(target) : entries.ofAsset(asset, on)} />
    </AnchoredMenu>
  );
}

export function EntryItems({ entries }: { entries: readonly Entry[] }) {
  return entries.map((entry, index) => (
    <Fragment key={entry.key}>
      {index > 0 && entries[index - 1]?.part !== entry.part && <Menu.Divider />}
      <Menu.Item
        c={entry.danger ? 'var(--danger)' : undefined}
        disabled={entry.disabled}
        leftSection={<entry.Icon size={16} stroke={1.5} aria-hidden />}
        onClick={entry.run}
      >
        {entry.label}
      </Menu.Item>
    </Fragment>
  ));
}
