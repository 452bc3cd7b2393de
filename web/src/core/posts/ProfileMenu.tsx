import { Menu } from '@mantine/core';
import type { Profile } from '@/api/types';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';
import { NetworkGlyph, nameOfProfile } from './networks';

interface Props {
  anchor: MenuAnchor;
  label: string;
  all: string;
  profiles: readonly Profile[];
  value: string | undefined;
  wordsFor: (name: string) => string;
  onChange: (id: string | undefined) => void;
  onClose: () => void;
}

const none = 'all';

export default function ProfileMenu({
  anchor,
  label,
  all,
  profiles,
  value,
  wordsFor,
  onChange,
  onClose,
}: Props) {
  return (
    <AnchoredMenu anchor={anchor} label={label} width={260} position="bottom-start" onClose={onClose} tall>
      <Menu.RadioGroup
        value={value ?? none}
        onChange={(next) => onChange(next === none ? undefined : String(next))}
      >
        <Menu.RadioItem value={none} closeMenuOnClick>
          {all}
        </Menu.RadioItem>
        {profiles.length > 0 && <Menu.Divider />}
        {profiles.map((profile) => (
          <Menu.RadioItem
            key={profile.id}
            value={profile.id}
            closeMenuOnClick
            rightSection={<NetworkGlyph network={profile.network} />}
          >
            <bdi>{wordsFor(nameOfProfile(profile))}</bdi>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </AnchoredMenu>
  );
}
