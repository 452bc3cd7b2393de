import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { Checklist, Profile } from '@/api/types';
import { NetworkGlyph } from '@/core/posts/networks';
import type { Member, View } from '../draft/SetDraft';
import { accountOf, nameOfMember } from './names';
import classes from './profiles.module.css';

interface Props {
  members: readonly Member[];
  view: View;
  onView: (view: View) => void;
  profiles: readonly Profile[];
}

const words = {
  required: msg`Needs fixing`,
  recommended: msg`Ready, with suggestions`,
  met: msg`Ready`,
} as const;

/** What all posts share, and each post for itself; a dot says whether it is ready. */
export function ViewTabs({ members, view, onView, profiles }: Props) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame and layout.
    <div className={classes.tabs} role="group" aria-label={t`Edit`}>
      <button
        type="button"
        className={classes.tab}
        aria-pressed={view === 'all'}
        onClick={() => onView('all')}
      >
        <Trans context="posts">All</Trans>
      </button>
      {members.map((member) => {
        const { profileId } = member;
        const account = accountOf(member, profiles);
        const level = levelOf(member.checklist);
        return (
          <button
            key={profileId}
            type="button"
            className={classes.tab}
            aria-pressed={view !== 'all' && view.profileId === profileId}
            onClick={() => onView({ profileId })}
          >
            <span className={classes.glyph} aria-hidden="true">
              {account && <NetworkGlyph network={account.network} size={16} />}
            </span>
            <bdi>{nameOfMember(member, profiles, members)}</bdi>
            {level && (
              <>
                <span className={classes.dot} data-level={level} aria-hidden="true" />
                <VisuallyHidden> {t(words[level])}</VisuallyHidden>
              </>
            )}
          </button>
        );
      })}
    </div>
  );
}

function levelOf(checklist: Checklist | null): keyof typeof words | null {
  if (!checklist) return null;
  const has = (level: string) => checklist.items.some((line) => line.level === level);
  return has('required') ? 'required' : has('recommended') ? 'recommended' : 'met';
}
