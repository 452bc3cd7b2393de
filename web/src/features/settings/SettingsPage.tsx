import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '@/lib/session';
import { AccessTokens } from './AccessTokens';
import classes from './SettingsPage.module.css';

const roles = { owner: 'Owner', admin: 'Admin', member: 'Member' };

/** `account` is the way out, which a phone has nowhere else. */
export function SettingsPage({ account }: { account: ReactNode }) {
  const { user, workspace } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.head}>
          <h1 className={classes.title}>Settings</h1>
          {account}
        </div>

        <section className={classes.section} aria-labelledby="profile">
          <h2 id="profile">Profile</h2>
          <dl className={classes.card} style={{ margin: 0 }}>
            <div className={classes.row}>
              <dt>Name</dt>
              <dd>{user.name}</dd>
            </div>
            <div className={classes.row}>
              <dt>E-mail</dt>
              <dd>{user.email}</dd>
            </div>
            <div className={classes.row}>
              <dt>Workspace</dt>
              <dd>
                {workspace.name} · {roles[workspace.role]}
              </dd>
            </div>
          </dl>
        </section>

        <section className={classes.section} aria-labelledby="appearance">
          <div>
            <h2 id="appearance">Appearance</h2>
            <p>Remembered on this device.</p>
          </div>
          <SegmentedControl
            aria-labelledby="appearance"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
              { value: 'auto', label: 'Like the system' },
            ]}
            style={{ alignSelf: 'flex-start' }}
          />
        </section>

        <AccessTokens />
      </div>
    </main>
  );
}
