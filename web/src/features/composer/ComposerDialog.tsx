import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { Post, Profile, Surface } from '@/api/types';
import type { Uploader } from '@/core/picker/uploader';
import type { Wanted } from '@/core/posts/openComposer';
import { useOpenThing } from '@/lib/openThing';
import classes from './Composer.module.css';
import { ComposerActions } from './ComposerActions';
import { ComposerFooter } from './ComposerFooter';
import { ComposerWindow } from './ComposerWindow';
import { DropZone } from './DropZone';
import { InnerDialog, type OpenInner } from './InnerDialog';
import { PostForm } from './PostForm';
import { PreviewAndChecks } from './PreviewAndChecks';
import { ProfileChips } from './profiles/ProfileChips';
import { ViewTabs } from './profiles/ViewTabs';
import { ReadOnly } from './ReadOnly';
import { type Start, useComposer } from './useComposer';
import { useDocked } from './useDocked';
import { usePlan } from './usePlan';

interface Props {
  start: Start;
  wanted: Wanted;
  profiles: readonly Profile[];
  surfaces: readonly Surface[];
  uploader: Uploader;
}

/** Posts that are written together, or one: what they say and show, when they appear, and what is still to do. */
export function ComposerDialog({ start, wanted, profiles, surfaces, uploader }: Props) {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const [docked, setDocked] = useDocked();
  const [inner, setInner] = useState<OpenInner | null>(null);
  const checks = useRef<HTMLElement>(null);
  const composer = useComposer(wanted, start);
  const { set, members, view, current, fields, isSet } = composer;
  const plan = usePlan(composer, () => checks.current?.focus());
  const editable = view === 'all' ? members.some((one) => one.editable) : (current?.editable ?? true);
  const places = members.map((member) => ({
    member,
    profile: profiles.find(({ id }) => id === member.profileId),
    surface: surfaces.find(({ key }) => key === (member.fields.surface.key ?? member.post?.surface)),
  }));
  const shown =
    isSet && view === 'all' ? places : places.filter(({ member }) => member.draft === current?.draft);

  const duplicate = () => setInner({ kind: 'duplicate' });
  const publish = (postId: string) => setInner({ kind: 'publish', postId });

  const title = t(titleOf(current?.post ?? null, 'postId' in wanted));
  useOpenThing(fields.caption.trim() || title);

  return (
    <>
      <ComposerWindow
        title={title}
        docked={docked === true}
        phone={phone}
        covered={inner !== null}
        onClose={() => void composer.close()}
        actions={
          <ComposerActions
            composer={composer}
            aside={docked}
            onAside={setDocked}
            onDuplicate={duplicate}
            onPublish={publish}
          />
        }
      >
        <ProfileChips set={set} members={members} profiles={profiles} />
        {isSet && <ViewTabs members={members} view={view} onView={composer.setView} profiles={profiles} />}
        <DropZone
          disabled={!editable || inner !== null}
          media={fields.media}
          onMedia={(media) => set.change(view, { media })}
        >
          <div className={classes.columns} data-one={docked || undefined}>
            {editable ? (
              <PostForm
                composer={composer}
                plan={plan}
                places={shown}
                profiles={profiles}
                surfaces={surfaces}
                onInner={setInner}
              />
            ) : (
              current?.post && <ReadOnly post={current.post} surface={shown[0]?.surface} />
            )}
            <PreviewAndChecks ref={checks} places={shown} asked={plan.asked} />
          </div>
        </DropZone>
        <ComposerFooter composer={composer} plan={plan} onDuplicate={duplicate} onPublish={publish} />
      </ComposerWindow>
      {inner && (
        <InnerDialog
          inner={inner}
          composer={composer}
          surface={shown[0]?.surface}
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
