import { Trans, useLingui } from '@lingui/react/macro';
import type { Asset } from '@/api/types';
import { NetworkGlyph } from '@/core/posts/networks';
import { openComposer } from '@/core/posts/openComposer';
import { stateWords } from '@/core/posts/postStates';
import { joined } from '@/lib/format';
import { formatWallTime } from '@/lib/zones';
import classes from './SheetPosts.module.css';
import parts from './sheet.module.css';

/** The posts that use the asset; each can be opened. */
export function SheetPosts({ asset }: { asset: Asset }) {
  const { t } = useLingui();
  return (
    <section className={parts.part} aria-label={t`Used in`}>
      <h3>
        <Trans>Used in</Trans>
      </h3>
      {asset.posts.length === 0 ? (
        <p className={parts.quiet}>
          <Trans>Not used in a post yet.</Trans>
        </p>
      ) : (
        <ul className={classes.posts}>
          {asset.posts.map((post) => (
            <li key={post.id}>
              <button type="button" onClick={() => openComposer({ postId: post.id })}>
                <NetworkGlyph network={post.network} />
                <bdi className={classes.name}>@{post.handle}</bdi>
                <span className={classes.when}>
                  {joined([
                    stateWords[post.state],
                    ...(post.localTime ? [formatWallTime(post.localTime)] : []),
                  ])}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
