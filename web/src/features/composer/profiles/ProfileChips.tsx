import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Profile } from '@/api/types';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { ProfileFace } from '@/core/posts/ProfileFace';
import { deletePost, restorePost } from '@/core/posts/queries';
import { refreshLists } from '@/core/posts/refresh';
import { useGroup } from '@/core/session/session';
import { joined } from '@/lib/format';
import { showToast } from '@/ui/toast';
import type { Member, SetDraft } from '../draft/SetDraft';
import { accountOf } from './names';
import classes from './profiles.module.css';

interface Props {
  set: SetDraft;
  members: readonly Member[];
  profiles: readonly Profile[];
}

/** On which profiles the post appears: a click takes one in or out. */
export function ProfileChips({ set, members, profiles }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const mayWrite = useGroup().role !== 'viewer';
  const archived = members.filter(({ profileId }) => !profiles.some(({ id }) => id === profileId));

  const takeOut = async (member: Member) => {
    await member.draft.save();
    const post = set.remove(member.profileId);
    if (!post) return;
    try {
      await deletePost(post.id);
    } catch (error) {
      set.open([post]);
      showToast(error instanceof Error ? error.message : String(error), true);
      return;
    }
    await refreshLists(client);
    if (post.state === 'draft') return;
    const name = nameOfProfile(post.profile);
    const undo = async () => {
      set.open([await restorePost(post.id)]);
      await refreshLists(client);
    };
    showToast(t`Deleted the post on ${name}`, false, {
      label: t`Undo`,
      run: () => void undo().catch((error: Error) => showToast(error.message, true)),
    });
  };

  return (
    <fieldset className={classes.chips} disabled={!mayWrite}>
      <legend>{t`Profiles`}</legend>
      {[...profiles, ...archived.flatMap((member) => accountOf(member, profiles) ?? [])].map((profile) => {
        const member = members.find(({ profileId }) => profileId === profile.id);
        const [name, network] = [nameOfProfile(profile), networks[profile.network].title];
        const words = joined([name, network]);
        const fixed = member !== undefined && (members.length === 1 || !member.editable);
        return (
          <button
            key={profile.id}
            type="button"
            className={classes.chip}
            aria-pressed={member !== undefined}
            aria-disabled={fixed || undefined}
            aria-label={words}
            title={fixed && members.length === 1 ? t`${words}. A post needs at least one profile.` : words}
            onClick={() => {
              if (fixed) return;
              if (member) void takeOut(member);
              else {
                const added = profiles.find(({ id }) => id === profile.id);
                if (added) set.add(added);
              }
            }}
          >
            <ProfileFace profile={profile} size={36} />
          </button>
        );
      })}
    </fieldset>
  );
}
