import { IconPhoto } from '@tabler/icons-react';
import type { PostSummary } from '@/api/types';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { stateWords } from '@/core/posts/postStates';
import { stateIcons } from '@/core/posts/stateIcons';
import { formatWallClock } from '@/lib/zones';
import classes from './calendar.module.css';

/** A post in the calendar: its picture, its time, where it appears and how far it is. */
export function PostTile({ post, wide }: { post: PostSummary; wide: boolean }) {
  const { Icon, title } = networks[post.profile.network];
  const State = stateIcons[post.state];
  const words = [
    post.localTime ? formatWallClock(post.localTime) : '',
    title,
    nameOfProfile(post.profile),
    stateWords[post.state],
  ].join(', ');
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
        {post.localTime && formatWallClock(post.localTime)}
      </span>
      {wide && (
        <span className={classes.caption} dir="auto" aria-hidden="true">
          {post.caption || nameOfProfile(post.profile)}
        </span>
      )}
      <Icon size={14} stroke={1.6} aria-hidden="true" />
      <State size={13} stroke={1.9} className={classes.state} aria-hidden="true" />
      <span className={classes.spoken}>{words}</span>
    </span>
  );
}
