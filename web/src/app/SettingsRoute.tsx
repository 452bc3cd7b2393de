import { Trans } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { AccountMenu } from '@/features/accounts/AccountMenu';
import { SettingsPage } from '@/features/settings/SettingsPage';

export function SettingsRoute() {
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  return (
    <SettingsPage
      labels={
        <Link to="/settings/labels">
          <Trans>Labels</Trans>
        </Link>
      }
      profiles={
        <Link to="/settings/profiles">
          <Trans>Social profiles</Trans>
        </Link>
      }
      account={phone && <AccountMenu size={44} />}
    />
  );
}
