import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Profile } from '@/api/types';
import type { Uploader } from '@/core/picker/uploader';
import { profilesQuery } from '@/core/posts/queries';
import { useGroup } from '@/core/session/session';
import { useDelayed } from '@/lib/useDelayed';
import { EmptyState } from '@/ui/EmptyState';
import { LoadFailed } from '@/ui/LoadFailed';
import { lazyPart } from '@/ui/lazyPart';
import { Page } from '@/ui/Page';
import { ProfileRow } from './ProfileRow';
import classes from './ProfilesPage.module.css';

const EditProfile = lazyPart(() => import('./EditProfile'));

interface Props {
  back: ReactNode;
  uploader: Uploader;
}

/** The accounts of the group: the ones that posts are planned on, and the archived ones below. */
export function ProfilesPage({ back, uploader }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const edits = group.role === 'editor';
  const profiles = useQuery(profilesQuery(group.id, true));
  const late = useDelayed(profiles.isPending);
  const [edited, setEdited] = useState<Profile | 'new' | null>(null);
  const inUse = profiles.data?.filter(({ archivedAt }) => archivedAt === null) ?? [];
  const archived = profiles.data?.filter(({ archivedAt }) => archivedAt !== null) ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setEdited('new')}>
      <Trans>Add a profile</Trans>
    </Button>
  );
  const rows = (list: readonly Profile[]) => (
    <ul className={classes.list}>
      {list.map((profile) => (
        <ProfileRow key={profile.id} profile={profile} editable={edits} onEdit={() => setEdited(profile)} />
      ))}
    </ul>
  );

  return (
    <Page title={t`Social profiles`} back={back} actions={edits && inUse.length > 0 && add}>
      <p className={classes.note}>
        <Trans>
          A profile is one account on one network. Posts are scheduled in the profile’s time zone.
        </Trans>
      </p>
      {profiles.isLoadingError ? (
        <LoadFailed
          title={t`Couldn’t load profiles`}
          error={profiles.error}
          retrying={profiles.isFetching}
          onRetry={() => void profiles.refetch()}
        />
      ) : profiles.isPending ? (
        late && (
          <p className={classes.note} role="status">
            <Trans>Loading…</Trans>
          </p>
        )
      ) : inUse.length === 0 ? (
        <EmptyState
          icon={<IconUsers size={28} stroke={1.5} />}
          title={archived.length > 0 ? t`No active profiles` : t`No profiles yet`}
          actions={edits && add}
        >
          {edits ? (
            <Trans>
              Add the accounts you post to. No passwords needed: Magpie plans posts and reminds you to
              publish.
            </Trans>
          ) : (
            <Trans>An editor of the group can add the accounts you post to.</Trans>
          )}
        </EmptyState>
      ) : (
        rows(inUse)
      )}
      {archived.length > 0 && (
        <section className={classes.archived} aria-labelledby="archived">
          <h2 id="archived">
            <Trans>Archived</Trans>
          </h2>
          {rows(archived)}
        </section>
      )}
      {edited && (
        <EditProfile
          profile={edited === 'new' ? null : edited}
          uploader={uploader}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}
