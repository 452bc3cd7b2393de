import { Trans, useLingui } from '@lingui/react/macro';
import type { Profile, Surface } from '@/api/types';
import { CaptionField } from './CaptionField';
import classes from './Composer.module.css';
import { ConflictBox } from './ConflictBox';
import type { Edits } from './draft/fields';
import type { OpenInner } from './InnerDialog';
import { MediaStrip } from './media/MediaStrip';
import type { PostPlace } from './places';
import { OwnPart } from './profiles/OwnPart';
import { SurfaceField } from './SurfaceField';
import { TextLine } from './TextLine';
import { TimeField } from './time/TimeField';
import type { ComposerState } from './useComposer';
import type { Plan } from './usePlan';

interface Props {
  composer: ComposerState;
  plan: Plan;
  /** The posts that are edited here: all of a set, or one. */
  places: readonly PostPlace[];
  profiles: readonly Profile[];
  surfaces: readonly Surface[];
  onInner: (inner: OpenInner) => void;
}

/** All the fields of a post that a person fills in. */
export function PostForm({ composer, plan, places, profiles, surfaces, onInner }: Props) {
  const { t } = useLingui();
  const { set, view, members, fields } = composer;
  const change = (edits: Edits, soon?: boolean) => set.change(view, edits, soon);
  const [first] = places;
  const conflicted = places.find(({ member }) => member.conflict)?.member;
  const news = places.find(({ member }) => member.news)?.member.news;
  const titled = places.find(({ surface }) => surface?.title);
  const commented = places.find(({ surface }) => surface?.caption);
  const zone = first?.profile?.timeZone ?? first?.member.post?.profile.timeZone ?? 'UTC';
  const own = { set, view, members, profiles };
  return (
    <div className={classes.form}>
      {conflicted?.conflict && (
        <ConflictBox
          conflict={conflicted.conflict}
          fields={conflicted.fields}
          surfaces={surfaces}
          draft={conflicted.draft}
        />
      )}
      {news && !conflicted && (
        <p className={classes.news} role="status">
          <Trans>
            <bdi>{news}</bdi> just changed this post. You’re seeing both changes.
          </Trans>
        </p>
      )}
      <div className={classes.part}>
        <TimeField
          plan={plan}
          zone={zone}
          profileIds={places.map(({ member }) => member.profileId)}
          setId={set.id}
        />
        <OwnPart part="time" {...own} />
      </div>
      <div className={classes.part}>
        <MediaStrip
          media={fields.media}
          surface={tightestOf(places)}
          checklist={(places.length === 1 && first?.member.checklist) || undefined}
          onChange={(media) => change({ media })}
          onSelect={() => onInner({ kind: 'select' })}
          onDialog={(kind, assetId) => onInner({ kind, assetId })}
        />
        <OwnPart part="media" {...own} />
      </div>
      {places.length === 1 && first && (
        <SurfaceField place={first} surfaces={surfaces} onChange={(surface) => change({ surface })} />
      )}
      {titled?.surface?.title && (
        <div className={classes.part}>
          <TextLine
            label={t({ message: 'Title', context: 'of a post' })}
            value={fields.title}
            limit={titled.surface.title}
            onChange={(title) => change({ title }, false)}
          />
          <OwnPart part="title" {...own} />
        </div>
      )}
      <div className={classes.part}>
        <CaptionField
          caption={fields.caption}
          firstComment={fields.firstComment}
          media={fields.media}
          surfaces={places
            .filter(({ member }) => places.length === 1 || !member.own.includes('caption'))
            .flatMap(({ surface }) => surface ?? [])}
          onChange={(caption) => change({ caption }, false)}
        />
        <OwnPart part="caption" {...own} />
      </div>
      {(commented || fields.firstComment !== '') && (
        <div className={classes.part}>
          <TextLine
            label={t`First comment`}
            hint={t`Published as a comment below the post, often for hashtags.`}
            value={fields.firstComment}
            limit={commented?.surface?.caption ?? null}
            onChange={(firstComment) => change({ firstComment }, false)}
          />
          <OwnPart part="firstComment" {...own} />
        </div>
      )}
    </div>
  );
}

/** Of several surfaces, the one that takes the fewest files. */
function tightestOf(places: readonly PostPlace[]): Surface | undefined {
  const most = (surface: Surface) => surface.maxItems ?? Number.POSITIVE_INFINITY;
  return places.flatMap(({ surface }) => surface ?? []).sort((a, b) => most(a) - most(b))[0];
}
