import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPlugConnectedX } from '@tabler/icons-react';
import type { CloudProvider } from '@/api/types';
import { showToast } from '@/ui/toast';
import classes from './CloudPicker.module.css';
import { providers } from './providers';
import { useDisconnect } from './queries';

/** Whose files these are, and a way to revoke the permission. */
export function CloudAccount({ provider, account }: { provider: CloudProvider; account: string | null }) {
  const { title } = providers[provider];
  const disconnect = useDisconnect(provider, (revoked) =>
    revoked
      ? showToast(t`Disconnected from ${title}`)
      : showToast(
          t`Disconnected, but ${title} didn’t confirm it. Remove Magpie’s access in your ${title} account settings.`,
          true,
        ),
  );
  return (
    <Menu position="bottom-end" width={240} radius="var(--radius-xl)" shadow="md">
      <Menu.Target>
        <Button
          size="sm"
          variant="default"
          className={classes.account}
          loading={disconnect.isPending}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden="true" />}
        >
          <bdi className={classes.who}>{account ?? title}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPlugConnectedX size={17} stroke={1.5} />}
          onClick={() => disconnect.mutate()}
        >
          <Trans>Disconnect {title}</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
