import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Profile } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';
import { useMenuButton } from '@/ui/useMenuButton';
import { NetworkGlyph, nameOfProfile } from './networks';
import classes from './ProfileFilter.module.css';

const ProfileMenu = lazyPart(() => import('./ProfileMenu'));

interface Props {
  /** Of the menu. */
  label: string;
  /** Stands for no choice. */
  all: string;
  /** Undefined until they have loaded. */
  profiles: readonly Profile[] | undefined;
  value: string | undefined;
  size: 'xs' | 'sm';
  className?: string | undefined;
  /** How a profile is called here; by default its name. */
  wordsFor?: ((name: string) => string) | undefined;
  onChange: (id: string | undefined) => void;
}

/** Narrows a page to one profile. */
export function ProfileFilter({
  label,
  all,
  profiles = [],
  value,
  size,
  className,
  wordsFor = (name) => name,
  onChange,
}: Props) {
  const { props, anchor, close } = useMenuButton();
  const chosen = profiles.find(({ id }) => id === value);
  return (
    <>
      <Button
        {...props}
        className={className}
        variant="default"
        size={size}
        fw={chosen ? undefined : 450}
        leftSection={chosen && <NetworkGlyph network={chosen.network} size={16} />}
        rightSection={<IconChevronDown size={14} stroke={1.75} />}
        classNames={classes}
      >
        <bdi>{chosen ? wordsFor(nameOfProfile(chosen)) : all}</bdi>
      </Button>
      {anchor && (
        <ProfileMenu
          anchor={anchor}
          label={label}
          all={all}
          profiles={profiles}
          value={value}
          wordsFor={wordsFor}
          onChange={onChange}
          onClose={close}
        />
      )}
    </>
  );
}
