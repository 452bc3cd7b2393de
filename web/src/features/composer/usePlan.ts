import { plural, t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { Problem } from '@/api/problem';
import type { Post } from '@/api/types';
import { sayNotice } from '@/core/posts/notices';
import { schedulePosts, unschedulePosts } from '@/core/posts/queries';
import { useSession } from '@/core/session/session';
import { formatWallTime, placeOf } from '@/lib/zones';
import { showToast } from '@/ui/toast';
import { type PostTime, timeOf } from './draft/fields';
import { rememberProfiles } from './lastProfiles';
import type { ComposerState } from './useComposer';

/**
 * When the posts appear, and scheduling them: all or none. The time of a draft is saved like its text; a scheduled post moves only when
 * somebody says so.
 */
export function usePlan(composer: ComposerState, showChecklist: () => void) {
  const { set, members, view, setView, current, fields, adopt, close } = composer;
  const { user } = useSession();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<{ words: string; about: 'time' | 'post' } | null>(null);
  const open = members.filter(({ editable }) => editable);
  const waiting = open.filter(({ isDraft, isMoved }) => isDraft || isMoved);
  const required = members
    .flatMap(({ checklist }) => checklist?.items ?? [])
    .filter(({ level }) => level === 'required').length;

  // Whoever has fixed everything need not be told again.
  useEffect(() => {
    if (required === 0) setAsked(false);
  }, [required]);

  const fail = (error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    if (error.rule === 'post-not-ready') {
      const [first] = (error.members.posts as { postId: string }[] | undefined) ?? [];
      const member = members.find(({ post }) => post?.id === first?.postId);
      if (member && view !== 'all') setView({ profileId: member.profileId });
      setAsked(true);
      showChecklist();
    } else setProblem({ words: error.message, about: error.rule === 'time-past' ? 'time' : 'post' });
  };

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };

  const schedule = () =>
    run(async () => {
      const timeless = waiting.find(({ time }) => time === null);
      if (timeless) {
        if (view !== 'all' && composer.isSet) setView({ profileId: timeless.profileId });
        setProblem({ words: t`Choose a day and time first.`, about: 'time' });
        document.querySelector<HTMLElement>('[data-post-day]')?.focus();
        return;
      }
      set.want();
      if (!(await set.save())) return;
      const now = set.snapshot().members.filter((one) => waiting.some((each) => each.draft === one.draft));
      const saved = now.flatMap(({ post, time }) => (post && time ? [{ post, time }] : []));
      if (saved.length < now.length) {
        setProblem({ words: t`Add media or a caption first.`, about: 'post' });
        return;
      }
      const planned = await schedulePosts(saved.map(({ post, time }) => planOf(post, time)));
      adopt(planned);
      rememberProfiles(
        user.id,
        members.map(({ profileId }) => profileId),
      );
      showToast(wordsFor(planned), false, {
        label: t`Undo`,
        run: () =>
          void takeBack(
            planned,
            saved.map(({ post }) => post),
          ).then(adopt, tell),
      });
      await close();
    });

  const unschedule = () =>
    run(async () => {
      const planned = open.filter(({ isDraft }) => !isDraft).flatMap(({ post }) => post ?? []);
      adopt(await unschedulePosts(planned.map(seen)));
      // A draft can save what the checklist refused while the post was scheduled.
      await set.save();
    });

  const times = waiting.map(({ time }) => time);
  const [first] = times;
  return {
    /** What the server said about the time when it accepted it. */
    notices: current?.post?.notices ?? [],
    time: fields.time,
    setTime: (next: PostTime | null) => {
      setProblem(null);
      set.setTime(view, next);
    },
    isDraft: current?.isDraft ?? true,
    /** How many posts a click schedules or moves. */
    waiting: waiting.length,
    hasDrafts: open.some(({ isDraft }) => isDraft),
    hasPlanned: open.some(({ isDraft }) => !isDraft),
    /** When all of those appear; null when they differ, or are not known yet. */
    when: first && times.every((time) => time?.local === first.local) ? first : null,
    schedule,
    unschedule,
    busy,
    asked: asked && required > 0,
    problem,
  };
}

export type Plan = ReturnType<typeof usePlan>;

function planOf(post: Post, time: PostTime) {
  return {
    postId: post.id,
    version: post.version,
    localTime: time.local,
    timeZone: time.zone,
    laterOccurrence: time.second,
  };
}

function seen({ id, version }: Post) {
  return { postId: id, version };
}

function wordsFor(planned: readonly Post[]): string {
  const count = planned.length;
  const [first] = planned;
  const shown = first && timeOf(first);
  if (!shown || planned.some((post) => post.localTime !== shown.local))
    return plural(count, { one: '# post scheduled', other: '# posts scheduled' });
  const [when, place] = [formatWallTime(shown.local), placeOf(shown.zone)];
  const notices = [...new Set(planned.flatMap((post) => post.notices.map(sayNotice)))].join(' ');
  if (count > 1) {
    const words = plural(count, {
      one: `# post scheduled for ${when}`,
      other: `# posts scheduled for ${when}`,
    });
    return notices ? `${words}. ${notices}` : words;
  }
  return notices ? t`Scheduled for ${when} (${place}). ${notices}` : t`Scheduled for ${when} (${place})`;
}

/** As they were before: drafts, or at their old times. */
async function takeBack(planned: readonly Post[], before: readonly Post[]): Promise<Post[]> {
  const wasDraft = (post: Post) => before.find(({ id }) => id === post.id)?.state === 'draft';
  const drafts = planned.filter(wasDraft);
  const moved = planned.flatMap((post) => {
    const old = before.find(({ id }) => id === post.id);
    const time = old && !wasDraft(post) ? timeOf(old) : null;
    return time ? [planOf(post, time)] : [];
  });
  return [
    ...(drafts.length > 0 ? await unschedulePosts(drafts.map(seen)) : []),
    ...(moved.length > 0 ? await schedulePosts(moved) : []),
  ];
}

function tell(error: unknown): void {
  showToast(error instanceof Error ? error.message : String(error), true);
}
