import { Trans, useLingui } from '@lingui/react/macro';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useSignOut } from './queries';

export default function SignOutEverywhere({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const signOut = useSignOut();
  return (
    <ConfirmDialog
      opened
      title={t`Sign out on every device?`}
      confirm={t`Sign out everywhere`}
      busy={signOut.isPending}
      error={signOut.error?.message}
      onConfirm={() => signOut.mutate(true)}
      onClose={onClose}
    >
      <Trans>
        You’ll be signed out here and in every other browser, on every device. Access tokens keep working.
      </Trans>
    </ConfirmDialog>
  );
}
