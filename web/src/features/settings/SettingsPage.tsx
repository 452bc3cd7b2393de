import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
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

const roles = { owner: msg`Owner`, admin: msg`Admin`, member: msg`Member` };

interface Props {
  /** The way out, which a phone offers nowhere else. */
  account: ReactNode;
  /** The link to the labels. */
  labels: ReactNode;
  /** The link to the profiles. */
  profiles: ReactNode;
}

export function SettingsPage({ account, labels, profiles }: Props) {
  const { t } = useLingui();
  const { user, workspace } = useSession();
  const group = useGroup();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page title={t`Settings`} actions={account}>
      <div className={classes.sections}>
        <section className={classes.section} aria-labelledby="profile">
          <h2 id="profile">
            <Trans>Your account</Trans>
          </h2>
          <dl className={classes.card} style={{ margin: 0 }}>
            <div className={classes.row}>
              <dt>
                <Trans>Name</Trans>
              </dt>
              <dd dir="auto">{user.name}</dd>
            </div>
            <div className={classes.row}>
              <dt>
                <Trans>Email</Trans>
              </dt>
              <dd>{user.email}</dd>
            </div>
            <div className={classes.row}>
              <dt>
                <Trans>Workspace</Trans>
              </dt>
              <dd>
                <bdi>{workspace.name}</bdi> · {t(roles[workspace.role])}
              </dd>
            </div>
          </dl>
        </section>

        <section className={classes.section} aria-labelledby="appearance">
          <div>
            <h2 id="appearance">
              <Trans>Appearance</Trans>
            </h2>
            <p>
              <Trans>Saved on this device.</Trans>
            </p>
          </div>
          <SegmentedControl
            aria-labelledby="appearance"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={[
              { value: 'light', label: t`Light` },
              { value: 'dark', label: t`Dark` },
              { value: 'auto', label: t`System` },
            ]}
            style={{ alignSelf: 'flex-start' }}
          />
        </section>

        <LanguageChoice />

        <section className={classes.section} aria-labelledby="library">
          <h2 id="library">
            <Trans>Library</Trans>
          </h2>
          <LinkRow to={labels}>
            {group.role === 'editor' ? (
              <Trans>Rename, merge and delete the group’s labels.</Trans>
            ) : (
              <Trans>The group’s labels, and how many items have each one.</Trans>
            )}
          </LinkRow>
        </section>

        <section className={classes.section} aria-labelledby="posts">
          <h2 id="posts">
            <Trans>Posts</Trans>
          </h2>
          <LinkRow to={profiles}>
            {group.role === 'editor' ? (
              <Trans>Add, edit and archive the accounts you post to.</Trans>
            ) : (
              <Trans>The accounts you post to.</Trans>
            )}
          </LinkRow>
        </section>

        <Sessions />

        {workspace.role !== 'member' && <OpenUploads />}

        <AccessTokens />
      </div>
    </Page>
  );
}

/** A line that links to a page of its own. */
function LinkRow({ to, children }: { to: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.card}>
      <div className={`${classes.row} ${classes.link}`}>
        <div className={classes.what}>
          <div className={classes.name}>{to}</div>
          <div className={classes.meta}>{children}</div>
        </div>
        <IconChevronRight size={18} stroke={1.5} aria-hidden="true" />
      </div>
    </div>
  );
}
