import type { Ref } from 'react';
import type { Checklist, Post, Profile, Surface } from '@/api/types';
import { ChecklistBox } from './Checklist';
import classes from './Composer.module.css';
import type { Fields } from './draft/fields';
import { Preview } from './preview/Preview';

interface Props {
  ref: Ref<HTMLElement>;
  post: Post | null;
  profile: Profile | undefined;
  surface: Surface | undefined;
  fields: Fields;
  checklist: Checklist | undefined;
  asked: boolean;
}

/** How the post will look, and what is still to do before it can be published. */
export function PreviewAndChecks({ ref, post, profile, surface, fields, checklist, asked }: Props) {
  return (
    <div className={classes.side}>
      <Preview
        profile={profile ?? post?.profile}
        pictureUrl={profile?.picture?.thumbUrl ?? null}
        surface={surface}
        fields={fields}
      />
      {post?.state !== 'published' && <ChecklistBox ref={ref} checklist={checklist} asked={asked} />}
    </div>
  );
}
