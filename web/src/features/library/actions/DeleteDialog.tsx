import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { formatBytes } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { sizeOf, type Target } from './targets';

interface Props {
  opened: boolean;
  target: Target;
  bytes: number | undefined;
  onConfirm: () => void;
  onClose: () => void;
  onExited: () => void;
}

/** Asks once, and says that it can be restored. */
export default function DeleteDialog({ opened, target, bytes, onConfirm, onClose, onExited }: Props) {
  const { t } = useLingui();
  const count = sizeOf(target);
  const name = target.kind === 'ids' ? target.name : undefined;
  const size = bytes === undefined ? undefined : formatBytes(bytes);
  return (
    <ConfirmDialog
      opened={opened}
      title={
        name === undefined
          ? plural(count, { one: 'Delete # item?', other: 'Delete # items?' })
          : t`Delete ${name}?`
      }
      confirm={t`Move to trash`}
      defaultsToConfirm
      onClose={onClose}
      onExited={onExited}
      onConfirm={onConfirm}
    >
      <Plural
        value={count}
        one="You can restore it from the trash for 30 days."
        other="You can restore them from the trash for 30 days."
      />{' '}
      {size === undefined ? (
        <Trans>This frees up storage right away.</Trans>
      ) : (
        <Trans>This frees up {size} right away.</Trans>
      )}
    </ConfirmDialog>
  );
}
