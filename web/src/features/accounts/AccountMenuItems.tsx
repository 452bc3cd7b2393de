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
  { value: 'light', label: 'Light', Icon: IconSun },
  { value: 'dark', label: 'Dark', Icon: IconMoon },
  { value: 'auto', label: 'Like the system', Icon: IconDeviceDesktop },
] as const;

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export default function AccountMenuItems({ anchor, onClose, onSignOutEverywhere }: Props) {
  const { user } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <AnchoredMenu anchor={anchor} label="Account" width={232} position="right-end" onClose={onClose}>
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
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => signOut.mutate(false)}>
        Sign out
      </Menu.Item>
      <Menu.Item leftSection={<IconDevices {...icon} />} onClick={onSignOutEverywhere}>
        Sign out everywhere
      </Menu.Item>
    </AnchoredMenu>
  );
}
