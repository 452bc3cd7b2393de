import { Trans } from '@lingui/react/macro';
import { Avatar, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '@/core/session/session';
import { lazyPart } from '@/ui/lazyPart';
import { useMenuButton } from '@/ui/useMenuButton';

const AccountMenuItems = lazyPart(() => import('./AccountMenuItems'));
const SignOutEverywhere = lazyPart(() => import('./SignOutEverywhere'));

/** The avatar at the foot of the rail: who is signed in, light or dark, and the way out. */
export function AccountMenu({ size = 36 }: { size?: number }) {
  const { user } = useSession();
  const { props, anchor, close } = useMenuButton();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <UnstyledButton {...props} style={{ borderRadius: 'var(--radius-round)' }}>
        <Avatar aria-hidden="true" name={user.name} color="wing" size={size} radius="xl" />
        <VisuallyHidden>
          <Trans>Account of {user.name}</Trans>
        </VisuallyHidden>
      </UnstyledButton>
      {anchor && (
        <AccountMenuItems anchor={anchor} onClose={close} onSignOutEverywhere={() => setAsking(true)} />
      )}
      {asking && <SignOutEverywhere onClose={() => setAsking(false)} />}
    </>
  );
}
