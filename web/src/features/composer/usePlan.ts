import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { Problem } from '@/api/problem';
import type { Checklist } from '@/api/types';
import { sayNotice } from '@/core/posts/notices';
import { schedulePost, unschedulePost } from '@/core/posts/queries';
import { useSession } from '@/core/session/session';
import { formatWallTime, placeOf } from '@/lib/zones';
import { showToast } from '@/ui/toast';
import { type PostTime, timeOf } from './draft/fields';
import { rememberProfile } from './lastProfile';
import type { ComposerState } from './useComposer';

/**
 * When the post appears, and scheduling it. The time of a draft is saved like its text; a scheduled post moves only when somebody says so.
 */
export function usePlan(
  composer: ComposerState,
  checklist: Checklist | undefined,
  showChecklist: () => void,
) {
  const { draft, snapshot, adopt, close } = composer;
  const { post, fields } = snapshot;
  const { user } = useSession();
  const [moved, setMoved] = useState<PostTime | null>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<{ words: string; about: 'time' | 'post' } | null>(null);
  const isDraft = post === null || post.state === 'draft';
  const time = isDraft ? fields.time : (moved ?? fields.time);
  const required = checklist?.items.filter((line) => line.level === 'required').length ?? 0;

  // Whoever has fixed everything need not be told again.
  useEffect(() => {
    if (required === 0) setAsked(false);
  }, [required]);

  const setTime = (next: PostTime | null) => {
    setProblem(null);
    if (isDraft) draft.change({ time: next });
    else setMoved(next);
  };

  const fail = (error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    if (error.rule === 'post-not-ready') {
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
      if (!time) {
        setProblem({ words: t`Choose a day and time first.`, about: 'time' });
        document.querySelector<HTMLElement>('[data-post-day]')?.focus();
        return;
      }
      if (!(await draft.save())) return;
      const saved = draft.snapshot().post;
      if (!saved) {
        setProblem({ words: t`Add media or a caption first.`, about: 'post' });
        return;
      }
      const before = { state: saved.state, time: timeOf(saved) };
      const planned = await schedulePost(saved.id, {
        version: saved.version,
        localTime: time.local,
        timeZone: time.zone,
        laterOccurrence: time.second,
      });
      setMoved(null);
      adopt(planned);
      rememberProfile(user.id, planned.profile.id);
      const shown = timeOf(planned) ?? time;
      const [when, place, notices] = [
        formatWallTime(shown.local),
        placeOf(shown.zone),
        planned.notices.map(sayNotice).join(' '),
      ];
      const words = notices
        ? t`Scheduled for ${when} (${place}). ${notices}`
        : t`Scheduled for ${when} (${place})`;
      showToast(words, false, {
        label: t`Undo`,
        run: () => void takeBack(planned.id, planned.version, before).then(adopt, tell),
      });
      await close();
    });

  const unschedule = () =>
    run(async () => {
      if (!post) return;
      adopt(await unschedulePost(post.id, post.version));
      setMoved(null);
      // A draft can save what the checklist refused while the post was scheduled.
      await draft.save();
    });

  return {
    /** What the server said about the time when it accepted it. */
    notices: post?.notices ?? [],
    time,
    setTime,
    isMoved: moved !== null,
    isDraft,
    schedule,
    unschedule,
    busy,
    asked: asked && required > 0,
    problem,
  };
}

export type Plan = ReturnType<typeof usePlan>;

function takeBack(id: string, version: number, before: { state: string; time: PostTime | null }) {
  return before.state === 'draft' || before.time === null
    ? unschedulePost(id, version)
    : schedulePost(id, {
        version,
        localTime: before.time.local,
        timeZone: before.time.zone,
        laterOccurrence: before.time.second,
      });
}

function tell(error: unknown): void {
  showToast(error instanceof Error ? error.message : String(error), true);
}
