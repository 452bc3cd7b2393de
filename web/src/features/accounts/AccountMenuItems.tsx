import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconDevices, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useSession } from '@/core/session/session';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';
import { useSignOut } from './queries';

interface Props {
  anchor: MenuAnchor;
  onClose: () => void;
  onSignOutEverywhere: () => void;
}

const schemes = [
  { value: 'light', label: msg`Light`, Icon: IconSun },
  { value: 'dark', label: msg`Dark`, Icon: IconMoon },
  { value: 'auto', label: msg`System`, Icon: IconDeviceDesktop },
] as const;

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export default function AccountMenuItems({ anchor, onClose, onSignOutEverywhere }: Props) {
  const { t } = useLingui();
  const { user } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <AnchoredMenu anchor={anchor} label={t`Account`} width={232} position="right-end" onClose={onClose}>
      <Menu.Label>
        <bdi>{user.name}</bdi>
        <br />
        {user.email}
      </Menu.Label>
      <Menu.Divider />
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(value) =>
          setColorScheme(schemes.find((scheme) => scheme.value === value)?.value ?? 'auto')
        }
      >
        {schemes.map(({ value, label, Icon }) => (
          <Menu.RadioItem key={value} value={value} rightSection={<Icon {...icon} />}>
            {t(label)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => signOut.mutate(false)}>
        <Trans>Sign out</Trans>
      </Menu.Item>
      <Menu.Item leftSection={<IconDevices {...icon} />} onClick={onSignOutEverywhere}>
        <Trans>Sign out everywhere</Trans>
      </Menu.Item>
    </AnchoredMenu>
  );
}
