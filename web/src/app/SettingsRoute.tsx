import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { AccountMenu } from '@/features/accounts/AccountMenu';
import { SettingsPage } from '@/features/settings/SettingsPage';

export function SettingsRoute() {
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  return (
    <SettingsPage
      labels={<Link to="/settings/labels">Labels</Link>}
      profiles={<Link to="/settings/profiles">Profiles</Link>}
      account={phone && <AccountMenu size={44} />}
    />
  );
}
