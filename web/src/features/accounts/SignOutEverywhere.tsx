import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useSignOut } from './queries';

export default function SignOutEverywhere({ onClose }: { onClose: () => void }) {
  const signOut = useSignOut();
  return (
    <ConfirmDialog
      opened
      title="Sign out on every device?"
      confirm="Sign out everywhere"
      busy={signOut.isPending}
      error={signOut.error?.message}
      onConfirm={() => signOut.mutate(true)}
      onClose={onClose}
    >
      You are signed out here and on every other browser and phone. Access tokens keep working.
    </ConfirmDialog>
  );
}
