import { formatBytes } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { describeTarget, sizeOf, type Target } from './targets';

interface Props {
  opened: boolean;
  target: Target;
  bytes: number | undefined;
  onConfirm: () => void;
  onClose: () => void;
  onExited: () => void;
}

/** Asks once, and says that there is a way back. */
export default function DeleteDialog({ opened, target, bytes, onConfirm, onClose, onExited }: Props) {
  const one = sizeOf(target) === 1;
  return (
    <ConfirmDialog
      opened={opened}
      title={`Delete ${describeTarget(target)}?`}
      confirm="Move to trash"
      defaultsToConfirm
      onClose={onClose}
      onExited={onExited}
      onConfirm={onConfirm}
    >
      {one ? 'It stays' : 'They stay'} in the trash for 30 days and can be restored from there.{' '}
      {bytes === undefined
        ? 'Their storage is free again at once.'
        : `This frees ${formatBytes(bytes)} at once.`}
    </ConfirmDialog>
  );
}
