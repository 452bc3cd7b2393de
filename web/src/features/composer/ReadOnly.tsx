import { Trans, useLingui } from '@lingui/react/macro';
import type { Post, Surface } from '@/api/types';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { surfaceName } from '@/core/posts/surfaceNames';
import { formatDateTime } from '@/lib/format';
import { formatWallTime, placeOf } from '@/lib/zones';
import classes from './Composer.module.css';

/** A post that is published, or that this person may not change. */
export function ReadOnly({ post, surface }: { post: Post; surface: Surface | undefined }) {
  const { t } = useLingui();
  const planned = post.localTime && formatWallTime(post.localTime);
  const place = post.timeZone && placeOf(post.timeZone);
  return (
    <div className={classes.read}>
      <p className={classes.news} role="status">
        {post.state === 'published'
          ? t`This post is published, so it can’t be changed. Duplicate it to post something new.`
          : t`You can view this post. Ask an editor to change it.`}
      </p>
      <section>
        <h3>
          <Trans>Profile</Trans>
        </h3>
        <p>
          <bdi>{nameOfProfile(post.profile)}</bdi> ·{' '}
          {surface ? surfaceName(surface) : networks[post.profile.network].title}
        </p>
      </section>
      {post.title && (
        <section>
          <h3>
            <Trans context="of a post">Title</Trans>
          </h3>
          <p dir="auto">{post.title}</p>
        </section>
      )}
      <section>
        <h3>
          <Trans>Caption</Trans>
        </h3>
        <p dir="auto">{post.caption || t`No caption`}</p>
      </section>
      {post.firstComment && (
        <section>
          <h3>
            <Trans>First comment</Trans>
          </h3>
          <p dir="auto">{post.firstComment}</p>
        </section>
      )}
      {planned && place && (
        <section>
          <h3>
            <Trans context="a time follows">Scheduled for</Trans>
          </h3>
          <p>
            <Trans>
              {planned} ({place})
            </Trans>
          </p>
        </section>
      )}
      {post.publishedAt && (
        <section>
          <h3>
            <Trans context="a time follows">Published</Trans>
          </h3>
          <p>
            {formatDateTime(post.publishedAt)}
            {post.publishedUrl && (
              <>
                {' · '}
                <a href={post.publishedUrl} target="_blank" rel="noreferrer noopener">
                  <Trans>View post</Trans>
                </a>
              </>
            )}
          </p>
        </section>
      )}
    </div>
  );
}
