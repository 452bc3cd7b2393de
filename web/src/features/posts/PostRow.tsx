import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconCopy, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PostSummary } from '@/api/types';
import { NetworkGlyph, nameOfProfile } from '@/core/posts/networks';
import { openComposer } from '@/core/posts/openComposer';
import { stateWords } from '@/core/posts/postStates';
import { deletePost, duplicatePost, restorePost } from '@/core/posts/queries';
import { putPost, refreshLists } from '@/core/posts/refresh';
import { stateIcons } from '@/core/posts/stateIcons';
import { useGroup } from '@/core/session/session';
import { formatWallTime } from '@/lib/zones';
import { lazyPart } from '@/ui/lazyPart';
import { showToast } from '@/ui/toast';
import classes from './posts.module.css';

const PublishDialog = lazyPart(() => import('@/core/posts/PublishDialog'));

export function PostRow({ post, adds }: { post: PostSummary; adds: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const plans = useGroup().role === 'editor';
  const [publishing, setPublishing] = useState(false);
  const State = stateIcons[post.state];
  const name = post.caption || t`Post without a caption`;
  const attempt = (work: () => Promise<void>) =>
    void work().catch((error: Error) => showToast(error.message, true));

  const duplicate = () =>
    attempt(async () => {
      const [copy] = await duplicatePost(post.id, [post.profile.id]);
      await refreshLists(client);
      if (copy) openComposer({ postId: copy.id });
    });
  const remove = () =>
    attempt(async () => {
      await deletePost(post.id);
      await refreshLists(client);
      showToast(t`Post deleted. Its media stay in the library.`, false, {
        label: t`Undo`,
        run: () => attempt(async () => putPost(client, await restorePost(post.id))),
      });
    });

  return (
    <li className={classes.row}>
      <span
        className={classes.thumb}
        style={{ backgroundImage: post.placeholder ? `url(${post.placeholder})` : undefined }}
      >
        {post.thumbUrl ? (
          <img src={post.thumbUrl} alt="" loading="lazy" decoding="async" />
        ) : (
          <IconPhoto size={20} stroke={1.5} aria-hidden="true" />
        )}
      </span>
      <button type="button" className={classes.open} onClick={() => openComposer({ postId: post.id })}>
        <span className={classes.words} dir="auto">
          {name}
        </span>
        <span className={classes.facts}>
          <NetworkGlyph network={post.profile.network} size={15} />
          <bdi>{nameOfProfile(post.profile)}</bdi>
          <span aria-hidden="true">·</span>
          {post.localTime ? formatWallTime(post.localTime) : <Trans>No time yet</Trans>}
        </span>
      </button>
      <span className={classes.state} data-state={post.state}>
        <State size={14} stroke={1.75} aria-hidden="true" />
        {stateWords[post.state]}
      </span>
      {plans && (post.state === 'due' || post.state === 'missed') && (
        <Button variant="default" size="compact-sm" h={32} onClick={() => setPublishing(true)}>
          <Trans>Mark as published</Trans>
        </Button>
      )}
      {adds && (
        <ActionIcon aria-label={t`Duplicate ${name}`} title={t`Duplicate`} onClick={duplicate}>
          <IconCopy size={18} stroke={1.5} />
        </ActionIcon>
      )}
      {adds && (
        <ActionIcon aria-label={t`Delete ${name}`} title={t`Delete`} onClick={remove}>
          <IconTrash size={18} stroke={1.5} />
        </ActionIcon>
      )}
      {publishing && <PublishDialog postId={post.id} onClose={() => setPublishing(false)} />}
    </li>
  );
}
