import type { Post, Surface } from '@/api/types';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { formatDateTime } from '@/lib/format';
import { formatWallTime, placeOf } from '@/lib/zones';
import classes from './Composer.module.css';

/** A post that is published, or not this person's to change. */
export function ReadOnly({ post, surface }: { post: Post; surface: Surface | undefined }) {
  return (
    <div className={classes.read}>
      <p className={classes.news} role="status">
        {post.state === 'published'
          ? 'This post is published, so its text and media stay as they were. Duplicate it to say something else.'
          : 'You can look at this post. Ask an editor of the group to change it.'}
      </p>
      <section>
        <h3>Where</h3>
        <p>
          {nameOfProfile(post.profile)}, {surface?.name ?? networks[post.profile.network].title}
        </p>
      </section>
      {post.title && (
        <section>
          <h3>Title</h3>
          <p dir="auto">{post.title}</p>
        </section>
      )}
      <section>
        <h3>Caption</h3>
        <p dir="auto">{post.caption || 'None'}</p>
      </section>
      {post.firstComment && (
        <section>
          <h3>First comment</h3>
          <p dir="auto">{post.firstComment}</p>
        </section>
      )}
      {post.localTime && post.timeZone && (
        <section>
          <h3>Planned for</h3>
          <p>
            {formatWallTime(post.localTime)} in {placeOf(post.timeZone)}
          </p>
        </section>
      )}
      {post.publishedAt && (
        <section>
          <h3>Published</h3>
          <p>
            {formatDateTime(post.publishedAt)}
            {post.publishedUrl && (
              <>
                {' · '}
                <a href={post.publishedUrl} target="_blank" rel="noreferrer noopener">
                  See it there
                </a>
              </>
            )}
          </p>
        </section>
      )}
    </div>
  );
}
