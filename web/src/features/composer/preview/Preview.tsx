import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPhoto, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { PostProfile, Surface } from '@/api/types';
import { NetworkGlyph, nameOfProfile } from '@/core/posts/networks';
import { surfaceName } from '@/core/posts/surfaceNames';
import { formatCount } from '@/lib/format';
import type { Fields } from '../draft/fields';
import { CroppedPicture } from '../media/CroppedPicture';
import classes from './preview.module.css';
import { areWordsAbove, frameOf, shapeOf } from './shape';

interface Props {
  profile: Pick<PostProfile, 'network' | 'handle' | 'displayName'> | undefined;
  pictureUrl: string | null;
  surface: Surface | undefined;
  fields: Fields;
}

/** The post in the shape of its surface. Not a copy of the app, but enough to judge crop and text. */
export function Preview({ profile, pictureUrl, surface, fields }: Props) {
  const { t } = useLingui();
  const shape = shapeOf(surface);
  const { caption, title } = fields;
  const place = surface && surfaceName(surface);
  const words = (
    <p className={classes.words} dir="auto" data-empty={caption === '' || undefined}>
      {caption || t`Your caption will appear here.`}
    </p>
  );
  const head = (
    <div className={classes.head}>
      <span className={classes.avatar} aria-hidden="true">
        {pictureUrl ? (
          <img src={pictureUrl} alt="" />
        ) : (
          profile && nameOfProfile(profile).replace('@', '').charAt(0).toUpperCase()
        )}
      </span>
      <span className={classes.who}>
        <b dir="auto">{profile ? nameOfProfile(profile) : ''}</b>
        {profile?.displayName != null && (
          <small>
            <bdi>@{profile.handle}</bdi>
          </small>
        )}
      </span>
      {profile && <NetworkGlyph network={profile.network} />}
    </div>
  );
  const media = <Stage fields={fields} surface={surface} />;
  const showsWords = surface === undefined || surface.caption !== null;
  return (
    <section aria-label={t`Preview`} className={classes.preview}>
      <h3>{place ? <Trans>Preview · {place}</Trans> : <Trans>Preview</Trans>}</h3>
      <div
        className={classes.card}
        data-shape={shape}
        style={{ maxWidth: widthOf(frameOf(shape, surface, fields.media[0])) }}
      >
        {shape === 'tall' ? (
          <>
            {media}
            <div className={classes.over}>
              {head}
              {showsWords && words}
            </div>
          </>
        ) : shape === 'feed' ? (
          <>
            {head}
            {areWordsAbove(surface) && words}
            {media}
            {!areWordsAbove(surface) && words}
          </>
        ) : (
          <>
            {media}
            <p className={classes.name} dir="auto" data-empty={title === '' || undefined}>
              {title || t`Your title will appear here.`}
            </p>
            {head}
            {words}
          </>
        )}
      </div>
    </section>
  );
}

const tallestPx = 330;
const widestPx = 352;
const narrowestPx = 200;

/** Limited, so that the checklist below stays visible. */
function widthOf(frame: number): number {
  return Math.min(widestPx, Math.max(narrowestPx, tallestPx * frame));
}

/** One item at a time, like a carousel on a phone. */
function Stage({ fields: { media }, surface }: { fields: Fields; surface: Surface | undefined }) {
  const { t } = useLingui();
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const index = Math.min(at, Math.max(0, media.length - 1));
  const shown = media[index];
  const shape = shapeOf(surface);
  const frame = frameOf(shape, surface, media[0]);
  const go = (to: number) => {
    setAt(to);
    setPlaying(false);
  };
  return (
    <div className={classes.stage} style={{ aspectRatio: frame }}>
      {shown ? (
        <CroppedPicture
          key={`${shown.assetId} ${JSON.stringify([shown.crop, shown.trim])}`}
          media={shown}
          fit={shape === 'tall' || shape === 'wide' ? 'contain' : 'cover'}
          frame={frame}
          large
          playing={playing}
        />
      ) : (
        <IconPhoto className={classes.none} size={36} stroke={1.25} aria-hidden="true" />
      )}
      {shown?.kind === 'video' && shown.videoUrl && (
        <ActionIcon
          className={classes.play}
          size={44}
          radius="var(--radius-pill)"
          aria-label={playing ? t`Stop video` : t`Play video`}
          data-playing={playing || undefined}
          onClick={() => setPlaying(!playing)}
        >
          {!playing && <IconPlayerPlayFilled size={20} />}
        </ActionIcon>
      )}
      {media.length > 1 && (
        <div className={classes.pages}>
          <ActionIcon
            size={32}
            radius="var(--radius-pill)"
            variant="filled"
            color="dark"
            aria-label={t`Previous file`}
            disabled={index === 0}
            onClick={() => go(index - 1)}
          >
            <IconChevronLeft size={18} stroke={2} />
          </ActionIcon>
          <span>
            <bdi>
              {formatCount(index + 1)} / {formatCount(media.length)}
            </bdi>
          </span>
          <ActionIcon
            size={32}
            radius="var(--radius-pill)"
            variant="filled"
            color="dark"
            aria-label={t`Next file`}
            disabled={index === media.length - 1}
            onClick={() => go(index + 1)}
          >
            <IconChevronRight size={18} stroke={2} />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}
