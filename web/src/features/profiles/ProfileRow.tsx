import { ActionIcon, Button } from '@mantine/core';
import { IconArchive, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Profile } from '@/api/types';
import { NetworkGlyph, nameOfProfile, networks } from '@/core/posts/networks';
import { plural } from '@/lib/format';
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
  const name = nameOfProfile(profile);
  const remove = useRemoveProfile();
  const restore = useBringBack();
  const [asking, setAsking] = useState(false);
  const { network, handle, displayName, picture, posts, archivedAt, timeZone } = profile;

  const bringBack = () =>
    restore.mutate(profile.id, {
      onSuccess: () => showToast(`*${name}* is back.`),
      onError: (error) => showToast(error.message, true),
    });
  const run = () =>
    remove.mutate(profile.id, {
      onSuccess: ({ archived }) => {
        setAsking(false);
        if (archived)
          showToast(`*${name}* is archived. Its posts stay.`, false, { label: 'Undo', run: bringBack });
        else showToast(`*${name}* is removed.`);
      },
      onError: (error) => !asking && showToast(error.message, true),
    });

  const facts = [
    networks[network].title,
    displayName === null ? null : `@${handle}`,
    placeOf(timeZone),
    posts > 0 ? plural(posts, 'post', 'posts') : 'no posts',
  ];
  return (
    <li className={classes.row}>
      <span className={classes.face}>
        {picture?.thumbUrl ? (
          <img src={picture.thumbUrl} alt="" />
        ) : (
          <span className={classes.blank} aria-hidden="true">
            {name.replace('@', '').charAt(0).toUpperCase()}
          </span>
        )}
        <span className={classes.glyph}>
          <NetworkGlyph network={network} size={14} />
        </span>
      </span>
      <span className={classes.what}>
        <div className={classes.name} dir="auto">
          {name}
        </div>
        <div className={classes.meta}>{facts.filter(Boolean).join(' · ')}</div>
      </span>
      {editable && archivedAt === null && (
        <>
          <ActionIcon aria-label={`Edit ${name}`} title="Edit" onClick={onEdit}>
            <IconPencil size={18} stroke={1.5} />
          </ActionIcon>
          {posts > 0 ? (
            <ActionIcon aria-label={`Archive ${name}`} title="Archive" onClick={run}>
              <IconArchive size={18} stroke={1.5} />
            </ActionIcon>
          ) : (
            <ActionIcon
              aria-label={`Remove ${name}`}
              title="Remove"
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
          Bring back
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title={`Remove the profile ${name}?`}
        confirm="Remove"
        busy={remove.isPending}
        error={remove.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={run}
      >
        No post is planned on it. The account itself stays as it is. This can’t be undone.
      </ConfirmDialog>
    </li>
  );
}
