import { Trans, useLingui } from '@lingui/react/macro';
import type { Checklist, Profile, Surface } from '@/api/types';
import { CaptionField } from './CaptionField';
import classes from './Composer.module.css';
import { ConflictBox } from './ConflictBox';
import type { OpenInner } from './InnerDialog';
import { MediaStrip } from './media/MediaStrip';
import { PlaceField } from './PlaceField';
import { TextLine } from './TextLine';
import { TimeField } from './TimeField';
import type { ComposerState } from './useComposer';
import type { Plan } from './usePlan';

interface Props {
  composer: ComposerState;
  plan: Plan;
  profile: Profile | undefined;
  profiles: readonly Profile[];
  surface: Surface | undefined;
  surfaces: readonly Surface[];
  checklist: Checklist | undefined;
  onInner: (inner: OpenInner) => void;
}

/** All the fields of a post that a person fills in. */
export function PostForm({
  composer,
  plan,
  profile,
  profiles,
  surface,
  surfaces,
  checklist,
  onInner,
}: Props) {
  const { t } = useLingui();
  const { draft, snapshot } = composer;
  const { post, fields, conflict, news } = snapshot;
  const takesComment = surface?.caption != null;
  return (
    <div className={classes.form}>
      {conflict && (
        <ConflictBox
          conflict={conflict}
          fields={fields}
          profiles={profiles}
          surfaces={surfaces}
          draft={draft}
        />
      )}
      {news && !conflict && (
        <p className={classes.news} role="status">
          <Trans>
            <bdi>{news}</bdi> just changed this post. You’re seeing both changes.
          </Trans>
        </p>
      )}
      <PlaceField
        fields={fields}
        post={post}
        profile={profile}
        profiles={profiles}
        surface={surface}
        surfaces={surfaces}
        onChange={(edits) => draft.change(edits)}
      />
      <MediaStrip
        media={fields.media}
        surface={surface}
        checklist={checklist}
        onChange={(media) => draft.change({ media })}
        onSelect={() => onInner({ kind: 'select' })}
        onDialog={(kind, assetId) => onInner({ kind, assetId })}
      />
      {surface?.title && (
        <TextLine
          label={t({ message: 'Title', context: 'of a post' })}
          value={fields.title}
          limit={surface.title}
          onChange={(title) => draft.change({ title }, false)}
        />
      )}
      <CaptionField
        caption={fields.caption}
        firstComment={fields.firstComment}
        media={fields.media}
        surface={surface}
        onChange={(caption) => draft.change({ caption }, false)}
      />
      {(takesComment || fields.firstComment !== '') && (
        <TextLine
          label={t`First comment`}
          hint={t`Published as a comment below the post, often for hashtags.`}
          value={fields.firstComment}
          limit={surface?.caption ?? null}
          onChange={(firstComment) => draft.change({ firstComment }, false)}
        />
      )}
      <TimeField plan={plan} zone={profile?.timeZone ?? post?.profile.timeZone ?? 'UTC'} />
    </div>
  );
}
