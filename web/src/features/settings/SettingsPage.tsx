import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useGroup, useSession } from '@/core/session/session';
import { Page } from '@/ui/Page';
import { AccessTokens } from './AccessTokens';
import { LanguageChoice } from './LanguageChoice';
import { OpenUploads } from './OpenUploads';
import { Sessions } from './Sessions';
import classes from './SettingsPage.module.css';

const roles = { owner: 'Owner', admin: 'Admin', member: 'Member' };

interface Props {
  /** The way out, which a phone has nowhere else. */
  account: ReactNode;
  /** Leads to the labels. */
  labels: ReactNode;
  /** Leads to the profiles. */
  profiles: ReactNode;
}

export function SettingsPage({ account, labels, profiles }: Props) {
  const { user, workspace } = useSession();
  const group = useGroup();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page title="Settings" actions={account}>
      <div className={classes.sections}>
        <section className={classes.section} aria-labelledby="profile">
          <h2 id="profile">Profile</h2>
          <dl className={classes.card} style={{ margin: 0 }}>
            <div className={classes.row}>
              <dt>Name</dt>
              <dd dir="auto">{user.name}</dd>
            </div>
            <div className={classes.row}>
              <dt>E-mail</dt>
              <dd>{user.email}</dd>
            </div>
            <div className={classes.row}>
              <dt>Workspace</dt>
              <dd>
                <bdi>{workspace.name}</bdi> · {roles[workspace.role]}
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

        <LanguageChoice />

        <section className={classes.section} aria-labelledby="library">
          <h2 id="library">Library</h2>
          <Door to={labels}>
            {group.role === 'editor'
              ? 'Rename, merge and delete the labels of the group.'
              : 'The labels of the group, and how many items carry each.'}
          </Door>
        </section>

        <section className={classes.section} aria-labelledby="posts">
          <h2 id="posts">Posts</h2>
          <Door to={profiles}>
            {group.role === 'editor'
              ? 'Add, change and archive the accounts that posts are planned on.'
              : 'The accounts that posts are planned on.'}
          </Door>
        </section>

        <Sessions />

        {workspace.role !== 'member' && <OpenUploads />}

        <AccessTokens />
      </div>
    </Page>
  );
}

/** A line that leads to a page of its own. */
function Door({ to, children }: { to: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.card}>
      <div className={`${classes.row} ${classes.door}`}>
        <div className={classes.what}>
          <div className={classes.name}>{to}</div>
          <div className={classes.meta}>{children}</div>
        </div>
        <IconChevronRight size={18} stroke={1.5} aria-hidden="true" />
      </div>
    </div>
  );
}
