import type { Ref } from 'react';
import { ChecklistBox } from './Checklist';
import classes from './Composer.module.css';
import type { PostPlace } from './places';
import { Preview } from './preview/Preview';

interface Props {
  /** Of the first checklist on which something is required. */
  ref: Ref<HTMLElement>;
  places: readonly PostPlace[];
  asked: boolean;
}

/** How each post will look, and below it what is still to do before it can be published. */
export function PreviewAndChecks({ ref, places, asked }: Props) {
  const lacks = ({ member }: PostPlace) => member.checklist?.ready === false;
  const open = places.find(lacks) ?? places[0];
  return (
    <div className={classes.side}>
      {places.map((place) => {
        const { member, profile, surface } = place;
        return (
          <div key={member.profileId} className={classes.verdict}>
            <Preview
              profile={profile ?? member.post?.profile}
              pictureUrl={profile?.picture?.thumbUrl ?? null}
              surface={surface}
              fields={member.fields}
            />
            {member.post?.state !== 'published' && (
              <ChecklistBox
                ref={place === open ? ref : null}
                checklist={member.checklist ?? undefined}
                asked={asked && lacks(place)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
