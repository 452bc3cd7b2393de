import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconArchive, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Profile } from '@/api/types';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { ProfileFace } from '@/core/posts/ProfileFace';
import { placeOf } from '@/lib/zones';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toast';
import classes from './ProfilesPage.module.css';
import { useBringBack, useRemoveProfile } from './queries';

interface Props {
  profile: Profile;
  editable: boolean;
  onEdit: () => void;
}

export function ProfileRow({ profile, editable, onEdit }: Props) {
  const { t } = useLingui();
  const name = nameOfProfile(profile);
  const remove = useRemoveProfile();
  const restore = useBringBack();
  const [asking, setAsking] = useState(false);
  const { network, handle, displayName, posts, archivedAt, timeZone } = profile;

  const bringBack = () =>
    restore.mutate(profile.id, {
      onSuccess: () => showToast(t`Restored *${name}*`),
      onError: (error) => showToast(error.message, true),
    });
  const run = () =>
    remove.mutate(profile.id, {
      onSuccess: ({ archived }) => {
        setAsking(false);
        if (archived)
          showToast(t`Archived *${name}*. Its posts stay.`, false, { label: t`Undo`, run: bringBack });
        else showToast(t`Removed *${name}*`);
      },
      onError: (error) => !asking && showToast(error.message, true),
    });

  const { title } = networks[network];
  return (
    <li className={classes.row}>
      <ProfileFace profile={profile} />
      <span className={classes.what}>
        <div className={classes.name} dir="auto">
          {name}
        </div>
        <div className={classes.meta}>
          {title}
          {displayName !== null && (
            <>
              {' · '}
              <bdi>@{handle}</bdi>
            </>
          )}
          {' · '}
          <bdi>{placeOf(timeZone)}</bdi>
          {' · '}
          <bdi>
            {posts > 0 ? <Plural value={posts} one="# post" other="# posts" /> : <Trans>no posts</Trans>}
          </bdi>
        </div>
      </span>
      {editable && archivedAt === null && (
        <>
          <ActionIcon aria-label={t`Edit ${name}`} title={t`Edit`} onClick={onEdit}>
            <IconPencil size={18} stroke={1.5} />
          </ActionIcon>
          {posts > 0 ? (
            <ActionIcon
              aria-label={t`Archive ${name}`}
              title={t({ message: 'Archive', context: 'verb' })}
              onClick={run}
            >
              <IconArchive size={18} stroke={1.5} />
            </ActionIcon>
          ) : (
            <ActionIcon
              aria-label={t`Remove ${name}`}
              title={t`Remove`}
              onClick={() => {
                remove.reset();
                setAsking(true);
              }}
            >
              <IconTrash size={18} stroke={1.5} />
            </ActionIcon>
          )}
        </>
      )}
      {editable && archivedAt !== null && (
        <Button variant="default" size="compact-sm" h={36} loading={restore.isPending} onClick={bringBack}>
          <Trans>Restore</Trans>
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title={t`Remove ${name}?`}
        confirm={t`Remove`}
        busy={remove.isPending}
        error={remove.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={run}
      >
        <Trans>It has no posts. Your {title} account stays as it is. This can’t be undone.</Trans>
      </ConfirmDialog>
    </li>
  );
}
