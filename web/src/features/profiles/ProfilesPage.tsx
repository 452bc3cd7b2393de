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

/** The accounts of the group: those that posts are planned on, and below them the archived ones. */
export function ProfilesPage({ back, uploader }: Props) {
  const group = useGroup();
  const edits = group.role === 'editor';
  const profiles = useQuery(profilesQuery(group.id, true));
  const late = useDelayed(profiles.isPending);
  const [edited, setEdited] = useState<Profile | 'new' | null>(null);
  const inUse = profiles.data?.filter(({ archivedAt }) => archivedAt === null) ?? [];
  const archived = profiles.data?.filter(({ archivedAt }) => archivedAt !== null) ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setEdited('new')}>
      Add a profile
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
    <Page title="Profiles" back={back} actions={edits && inUse.length > 0 && add}>
      <p className={classes.note}>
        A profile is one account on one network. Posts of {group.name} are planned on it, by the clock of its
        time zone.
      </p>
      {profiles.isLoadingError ? (
        <LoadFailed
          title="The profiles could not be loaded"
          error={profiles.error}
          retrying={profiles.isFetching}
          onRetry={() => void profiles.refetch()}
        />
      ) : profiles.isPending ? (
        late && (
          <p className={classes.note} role="status">
            Loading…
          </p>
        )
      ) : inUse.length === 0 ? (
        <EmptyState
          icon={<IconUsers size={28} stroke={1.5} />}
          title={archived.length > 0 ? 'No profile in use' : 'No profiles yet'}
          actions={edits && add}
        >
          {edits
            ? 'Add the accounts that you post on. Magpie asks for no password: it plans, and reminds you when it is time.'
            : 'An editor of the group can add the accounts that you post on.'}
        </EmptyState>
      ) : (
        rows(inUse)
      )}
      {archived.length > 0 && (
        <section className={classes.archived} aria-labelledby="archived">
          <h2 id="archived">Archived</h2>
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
