import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { PostPart, Profile } from '@/api/types';
import { formatList } from '@/lib/format';
import type { Member, SetDraft, View } from '../draft/SetDraft';
import { nameOfMember } from './names';
import classes from './profiles.module.css';

interface Props {
  part: PostPart;
  set: SetDraft;
  view: View;
  members: readonly Member[];
  profiles: readonly Profile[];
}

/** Says below a field which posts have their own, and gives the way back. */
export function OwnPart({ part, set, view, members, profiles }: Props) {
  const { t } = useLingui();
  if (members.length < 2) return null;
  if (view === 'all') {
    const names = members
      .filter(({ own }) => own.includes(part))
      .map((member) => nameOfMember(member, profiles, members));
    const who = formatList(names);
    return names.length === 0 ? null : (
      <p className={classes.own}>
        <Trans>
          Not changed here: <bdi>{who}</bdi>
        </Trans>
      </p>
    );
  }
  const member = members.find(({ profileId }) => profileId === view.profileId);
  if (!member?.own.includes(part)) return null;
  return (
    <p className={classes.own}>
      <span className={classes.mark}>
        <Trans>Only here</Trans>
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        title={t`Use what the other profiles share`}
        onClick={() => set.shareAgain(view.profileId, part)}
      >
        <Trans>Share again</Trans>
      </Button>
    </p>
  );
}
