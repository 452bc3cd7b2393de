import { Avatar, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '@/lib/session';
import { later } from '@/ui/later';
import { useMenuButton } from '@/ui/useMenuButton';

const AccountMenuItems = later(() => import('./AccountMenuItems'));
const SignOutEverywhere = later(() => import('./SignOutEverywhere'));

interface Props {
  onSignedOut: () => void;
  size?: number;
}

/** The avatar at the foot of the rail: who I am, light or dark, and the way out. */
export function AccountMenu({ onSignedOut, size = 36 }: Props) {
  const { user } = useSession();
  const { props, anchor, close } = useMenuButton();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <UnstyledButton {...props} style={{ borderRadius: '50%' }}>
        <Avatar aria-hidden="true" name={user.name} color="wing" size={size} radius="xl" />
        <VisuallyHidden>Account of {user.name}</VisuallyHidden>
      </UnstyledButton>
      {anchor && (
        <AccountMenuItems
          anchor={anchor}
          onClose={close}
          onSignedOut={onSignedOut}
          onSignOutEverywhere={() => setAsking(true)}
        />
      )}
      {asking && <SignOutEverywhere onSignedOut={onSignedOut} onClose={() => setAsking(false)} />}
    </>
  );
}
