import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Post, Profile, Surface } from '@/api/types';
import type { Uploader } from '@/core/picker/uploader';
import type { Wanted } from '@/core/posts/openComposer';
import { checklistQuery } from '@/core/posts/queries';
import { useOpenThing } from '@/lib/openThing';
import classes from './Composer.module.css';
import { ComposerActions } from './ComposerActions';
import { ComposerFooter } from './ComposerFooter';
import { ComposerWindow } from './ComposerWindow';
import { DropZone } from './DropZone';
import type { Fields } from './draft/fields';
import { InnerDialog, type OpenInner } from './InnerDialog';
import { PostForm } from './PostForm';
import { PreviewAndChecks } from './PreviewAndChecks';
import { ReadOnly } from './ReadOnly';
import { useComposer } from './useComposer';
import { usePlan } from './usePlan';

interface Props {
  start: Fields | Post;
  wanted: Wanted;
  profiles: readonly Profile[];
  surfaces: readonly Surface[];
  uploader: Uploader;
}

/** A post: what it says and shows, when it appears, and what is still to do. */
export function ComposerDialog({ start, wanted, profiles, surfaces, uploader }: Props) {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const wide = useMediaQuery('(min-width: 1100px)') ?? false;
  const [aside, setAside] = useState(false);
  const [inner, setInner] = useState<OpenInner | null>(null);
  const checks = useRef<HTMLElement>(null);
  const composer = useComposer(wanted, start);
  const { draft, snapshot } = composer;
  const { post, fields } = snapshot;
  const surface = surfaces.find(({ key }) => key === (fields.place.surface ?? post?.surface));
  const profile = profiles.find(({ id }) => id === fields.place.profileId);
  const checklist = useQuery({
    ...checklistQuery(post?.id ?? '', post?.version ?? 0),
    enabled: post !== null && post.state !== 'published',
  }).data;
  const plan = usePlan(composer, checklist, () => checks.current?.focus());
  const docked = aside && wide;
  const editable = post?.editable ?? true;

  const title = t(titleOf(post, 'postId' in wanted));
  useOpenThing(fields.caption.trim() || title);

  return (
    <>
      <ComposerWindow
        title={title}
        docked={docked}
        phone={phone}
        covered={inner !== null}
        onClose={() => void composer.close()}
        actions={
          <ComposerActions
            composer={composer}
            aside={wide ? aside : null}
            onAside={setAside}
            onDuplicate={() => setInner({ kind: 'duplicate' })}
          />
        }
      >
        <DropZone
          disabled={!editable || inner !== null}
          media={fields.media}
          onMedia={(media) => draft.change({ media })}
        >
          <div className={classes.columns} data-one={docked || undefined}>
            {editable ? (
              <PostForm
                composer={composer}
                plan={plan}
                profile={profile}
                profiles={profiles}
                surface={surface}
                surfaces={surfaces}
                checklist={checklist}
                onInner={setInner}
              />
            ) : (
              post && <ReadOnly post={post} surface={surface} />
            )}
            <PreviewAndChecks
              ref={checks}
              post={post}
              profile={profile}
              surface={surface}
              fields={fields}
              checklist={checklist}
              asked={plan.asked}
            />
          </div>
        </DropZone>
        <ComposerFooter composer={composer} plan={plan} onDuplicate={() => setInner({ kind: 'duplicate' })} />
      </ComposerWindow>
      {inner && (
        <InnerDialog
          inner={inner}
          composer={composer}
          surface={surface}
          profiles={profiles}
          uploader={uploader}
          onClose={() => setInner(null)}
        />
      )}
    </>
  );
}

const titles = {
  draft: msg({ message: 'Draft', context: 'a post' }),
  scheduled: msg`Scheduled post`,
  due: msg`Post to publish`,
  published: msg`Published post`,
  missed: msg`Missed post`,
};

function titleOf(post: Post | null, wasThere: boolean): MessageDescriptor {
  return post === null || (post.state === 'draft' && !wasThere) ? msg`New post` : titles[post.state];
}
