import { useState } from 'react';
import type { Asset } from '@/api/types';
import { formatBytes } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useDeleteAsset } from './queries';

interface Props {
  asset: Asset | null;
  groupName: string;
  onDeleted: (asset: Asset) => void;
  onClose: () => void;
  onExited: () => void;
}

/** There is no way back yet, so it asks once and says what goes. */
export default function DeleteDialog({ asset, groupName, onDeleted, onClose, onExited }: Props) {
  const remove = useDeleteAsset();
  // The words stay while the dialog fades out.
  const [shown, setShown] = useState(asset);
  if (asset !== null && asset !== shown) setShown(asset);

  const close = () => {
    remove.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={asset !== null}
      title={`Delete ${shown?.name ?? ''} for good?`}
      confirm="Delete for good"
      busy={remove.isPending}
      error={remove.error?.message}
      onClose={close}
      onExited={onExited}
      onConfirm={() => asset && remove.mutate(asset, { onSuccess: () => onDeleted(asset) })}
    >
      The file and everything made from it leave <em>{groupName}</em> and can’t be brought back. This frees{' '}
      {formatBytes(shown?.bytes ?? 0)}.
    </ConfirmDialog>
  );
}
