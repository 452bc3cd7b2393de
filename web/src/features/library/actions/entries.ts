import { useLingui } from '@lingui/react/macro';
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

/** The actions on one asset, wherever it is shown. */
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
  /** The menu draws a line between parts. */
  part: 'look' | 'mark' | 'make' | 'remove';
}

/** The actions on one or more assets: the same list in every menu, the bar and the palette. */
export function useEntries() {
  const { t } = useLingui();
  const client = useQueryClient();
  const access = useAccess();
  const { groups } = useSession();
  const { perform, star } = usePerform();
  const canMove = access.edits && groups.filter((group) => group.role === 'editor').length > 1;

  const postEntry = (assetIds: readonly string[]): Entry => ({
    key: 'post',
    label: t`Create post`,
    Icon: IconPencilPlus,
    part: 'make',
    run: () => openComposer({ assetIds }),
  });
  const moveEntry = (target: Target): Entry => ({
    key: 'move',
    label: t`Move to group…`,
    Icon: IconFolderSymlink,
    part: 'make',
    run: () => openDialog({ kind: 'move', target }),
  });

  const ofAsset = (asset: Asset, on: AssetActions): Entry[] => {
    const target = targetOfAsset(asset);
    const mine = access.mayChange(asset);
    const accepts = access.edits && (asset.status === 'draft' || asset.status === 'ready');
    const next: Step = { action: asset.status === 'draft' ? 'ready' : 'draft' };
    const list: (Entry | false)[] = [
      {
        key: 'view',
        label: t({ message: 'Preview', context: 'verb' }),
        Icon: IconMaximize,
        part: 'look',
        run: () => on.onView(asset),
      },
      (mine || asset.hasLink) && {
        key: 'link',
        label: t`Copy link`,
        Icon: IconLink,
        part: 'look',
        run: () => void copyLink(client, asset),
      },
      {
        key: 'download',
        label: t`Download`,
        Icon: IconDownload,
        part: 'look',
        run: () => on.onDownload(asset),
      },
      {
        key: 'star',
        label: asset.starred ? t`Remove star` : t({ message: 'Star', context: 'verb' }),
        Icon: asset.starred ? IconStarOff : IconStar,
        part: 'mark',
        run: () => void star(asset),
      },
      mine && {
        key: 'labels',
        label: t`Labels…`,
        Icon: IconTag,
        part: 'mark',
        run: () => openDialog({ kind: 'labels', target, labels: asset.labels }),
      },
      accepts && {
        key: 'status',
        label: asset.status === 'draft' ? t`Mark as ready` : t`Mark as draft`,
        Icon: asset.status === 'draft' ? IconCheck : IconPencil,
        part: 'mark',
        run: () => void perform([next], target),
      },
      access.adds && postEntry([asset.id]),
      canMove && moveEntry(target),
      mine &&
        asset.kind === 'image' && {
          key: 'ai',
          label: t`Edit with AI (coming soon)`,
          Icon: IconSparkles,
          part: 'make',
          disabled: true,
          run: () => undefined,
        },
      mine &&
        asset.status === 'failed' &&
        asset.failure?.retryable !== false && {
          key: 'retry',
          label: t`Retry`,
          Icon: IconRefresh,
          part: 'make',
          run: () => on.onRetry(asset),
        },
      mine && {
        key: 'delete',
        label: t`Delete`,
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
      does('star', t({ message: 'Star', context: 'verb' }), IconStar),
      does('unstar', t`Remove stars`, IconStarOff),
      access.adds && {
        key: 'labels',
        label: t`Labels…`,
        Icon: IconTag,
        part: 'mark',
        run: () => openDialog({ kind: 'labels', target, labels: [] }),
      },
      access.edits && does('ready', t`Mark as ready`, IconCheck),
      access.edits && does('draft', t`Mark as draft`, IconPencil),
      {
        key: 'download',
        label: t`Download as ZIP`,
        Icon: IconDownload,
        part: 'look',
        run: () => downloadZip(target),
      },
      access.adds && target.kind === 'ids' && target.ids.length <= mostInPost && postEntry(target.ids),
      canMove && moveEntry(target),
      access.adds && {
        key: 'delete',
        label: t`Delete`,
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

/** No surface accepts more, so a larger selection cannot become a post. */
const mostInPost = 35;
