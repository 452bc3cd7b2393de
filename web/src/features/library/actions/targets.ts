import { plural } from '@lingui/core/macro';
import type { Asset } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import type { Selection } from '../selection/selection';

/** What an action works on: named assets, or everything a filter finds except some. */
export type Target =
  | { kind: 'ids'; ids: readonly string[]; name?: string }
  | { kind: 'filter'; filters: Filters; group: string; total: number; except: readonly string[] };

export function targetOfAsset(asset: Asset): Target {
  return { kind: 'ids', ids: [asset.id], name: asset.name };
}

export function targetOfSelection(selection: Selection, group: string): Target {
  return selection.kind === 'some'
    ? { kind: 'ids', ids: [...selection.ids] }
    : {
        kind: 'filter',
        filters: selection.filters,
        group,
        total: selection.total,
        except: [...selection.except],
      };
}

/** What a menu on an asset acts on: the selection if the asset is in it, otherwise that asset. */
export function targetFor(asset: Asset, selection: Selection | null, group: string): Target {
  const isSelected =
    selection !== null &&
    (selection.kind === 'some' ? selection.ids.has(asset.id) : !selection.except.has(asset.id));
  return isSelected ? targetOfSelection(selection, group) : targetOfAsset(asset);
}

export function sizeOf(target: Target): number {
  return target.kind === 'ids' ? target.ids.length : Math.max(0, target.total - target.except.length);
}

export function describeTarget(target: Target): string {
  const count = sizeOf(target);
  return target.kind === 'ids' && target.name !== undefined
    ? target.name
    : plural(count, { one: '# item', other: '# items' });
}
