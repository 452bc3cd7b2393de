import {
  IconCheck,
  IconDownload,
  IconFolderSymlink,
  IconLink,
  IconMaximize,
  IconPencil,
  IconPencilPlus,
  IconRefresh,
  IconSparkles,
  IconStar,
  IconStarOff,
  IconTag,
  IconTrash,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Asset } from '@/api/types';
import { openComposer } from '@/core/posts/openComposer';
import { useAccess } from '@/core/session/access';
import { useSession } from '@/core/session/session';
import type { Step } from './actions';
import { copyLink } from './link';
import { openDialog } from './openDialog';
import { usePerform } from './perform';
import { type Target, targetOfAsset } from './targets';
import { downloadZip } from './zip';

/** What can be done with one asset, wherever it is shown. */
export interface AssetActions {
  onView: (asset: Asset) => void;
  onDownload: (asset: Asset) => void;
  onDelete: (asset: Asset) => void;
  onRetry: (asset: Asset) => void;
}

export interface Entry {
  key: string;
  label: string;
  Icon: typeof IconStar;
  run: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** A line is drawn between parts. */
  part: 'look' | 'mark' | 'make' | 'remove';
}

/** What can be done with an asset or with many: the same list in every menu, the bar and the palette. */
export function useEntries() {
  const client = useQueryClient();
  const access = useAccess();
  const { groups } = useSession();
  const { perform, star } = usePerform();
  const canMove = access.edits && groups.filter((group) => group.role === 'editor').length > 1;

  const ofAsset = (asset: Asset, on: AssetActions): Entry[] => {
    const target = targetOfAsset(asset);
    const mine = access.mayChange(asset);
    const accepts = access.edits && (asset.status === 'draft' || asset.status === 'ready');
    const next: Step = { action: asset.status === 'draft' ? 'ready' : 'draft' };
    const list: (Entry | false)[] = [
      { key: 'view', label: 'Preview', Icon: IconMaximize, part: 'look', run: () => on.onView(asset) },
      (mine || asset.hasLink) && {
        key: 'link',
        label: 'Copy link',
        Icon: IconLink,
        part: 'look',
        run: () => void copyLink(client, asset),
      },
      {
        key: 'download',
        label: 'Download',
        Icon: IconDownload,
        part: 'look',
        run: () => on.onDownload(asset),
      },
      {
        key: 'star',
        label: asset.starred ? 'Remove the star' : 'Star',
        Icon: asset.starred ? IconStarOff : IconStar,
        part: 'mark',
        run: () => void star(asset),
      },
      mine && {
        key: 'labels',
        label: 'Labels…',
        Icon: IconTag,
        part: 'mark',
        run: () => openDialog({ kind: 'labels', target, labels: asset.labels }),
      },
      accepts && {
        key: 'status',
        label: asset.status === 'draft' ? 'Accept' : 'Back to draft',
        Icon: asset.status === 'draft' ? IconCheck : IconPencil,
        part: 'mark',
        run: () => void perform([next], target),
      },
      access.adds && postEntry([asset.id]),
      canMove && moveEntry(target),
      mine &&
        asset.kind === 'image' && {
          key: 'ai',
          label: 'Edit with AI: coming soon',
          Icon: IconSparkles,
          part: 'make',
          disabled: true,
          run: () => undefined,
        },
      mine &&
        asset.status === 'failed' &&
        asset.failure?.retryable !== false && {
          key: 'retry',
          label: 'Retry',
          Icon: IconRefresh,
          part: 'make',
          run: () => on.onRetry(asset),
        },
      mine && {
        key: 'delete',
        label: 'Delete',
        Icon: IconTrash,
        part: 'remove',
        danger: true,
        run: () => on.onDelete(asset),
      },
    ];
    return list.filter((entry) => entry !== false);
  };

  const ofMany = (target: Target): Entry[] => {
    const does = (key: Step['action'], label: string, Icon: Entry['Icon']): Entry => ({
      key,
      label,
      Icon,
      part: 'mark',
      run: () => void perform([{ action: key }], target),
    });
    const list: (Entry | false)[] = [
      does('star', 'Star', IconStar),
      does('unstar', 'Remove stars', IconStarOff),
      access.adds && {
        key: 'labels',
        label: 'Labels…',
        Icon: IconTag,
        part: 'mark',
        run: () => openDialog({ kind: 'labels', target, labels: [] }),
      },
      access.edits && does('ready', 'Mark ready', IconCheck),
      access.edits && does('draft', 'Back to draft', IconPencil),
      {
        key: 'download',
        label: 'Download as ZIP',
        Icon: IconDownload,
        part: 'look',
        run: () => downloadZip(target),
      },
      access.adds && target.kind === 'ids' && target.ids.length <= mostInPost && postEntry(target.ids),
      canMove && moveEntry(target),
      access.adds && {
        key: 'delete',
        label: 'Delete',
        Icon: IconTrash,
        part: 'remove',
        danger: true,
        run: () => openDialog({ kind: 'delete', target }),
      },
    ];
    return list.filter((entry) => entry !== false);
  };

  return { ofAsset, ofMany };
}

/** No surface takes more, so a larger selection makes no post. */
const mostInPost = 35;

function postEntry(assetIds: readonly string[]): Entry {
  return {
    key: 'post',
    label: 'Make a post',
    Icon: IconPencilPlus,
    part: 'make',
    run: () => openComposer({ assetIds }),
  };
}

function moveEntry(target: Target): Entry {
  return {
    key: 'move',
    label: 'Move to a group…',
    Icon: IconFolderSymlink,
    part: 'make',
    run: () => openDialog({ kind: 'move', target }),
  };
}
