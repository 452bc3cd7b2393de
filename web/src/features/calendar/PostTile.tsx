import { useLingui } from '@lingui/react/macro';
import { IconPhoto } from '@tabler/icons-react';
import type { PostSummary } from '@/api/types';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { stateWords } from '@/core/posts/postStates';
import { stateIcons } from '@/core/posts/stateIcons';
import { formatWallClock } from '@/lib/zones';
import classes from './calendar.module.css';

/** A post in the calendar: its picture, time, network and state. */
export function PostTile({ post, wide }: { post: PostSummary; wide: boolean }) {
  const { t } = useLingui();
  const { Icon, title: network } = networks[post.profile.network];
  const State = stateIcons[post.state];
  const time = post.localTime ? formatWallClock(post.localTime) : '';
  const name = nameOfProfile(post.profile);
  const state = stateWords[post.state];
  const words = t({ message: `${time}, ${network}, ${name}, ${state}`, comment: 'a post in the calendar' });
  return (
    <span
      className={classes.post}
      data-post={post.id}
      data-state={post.state}
      title={`${words}${post.caption ? `\n${post.caption}` : ''}`}
    >
      <span
        className={classes.thumb}
        style={{ backgroundImage: post.placeholder ? `url(${post.placeholder})` : undefined }}
      >
        {post.thumbUrl ? (
          <img src={post.thumbUrl} alt="" loading="lazy" decoding="async" draggable={false} />
        ) : (
          <IconPhoto size={14} stroke={1.5} aria-hidden="true" />
        )}
      </span>
      <span className={classes.time} aria-hidden="true">
        {time}
      </span>
      {wide && (
        <span className={classes.caption} dir="auto" aria-hidden="true">
          {post.caption || name}
        </span>
      )}
      <Icon size={14} stroke={1.6} aria-hidden="true" />
      <State size={13} stroke={1.9} className={classes.state} aria-hidden="true" />
      <span className={classes.spoken}>{words}</span>
    </span>
  );
}
