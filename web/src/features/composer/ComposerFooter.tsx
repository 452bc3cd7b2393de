import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Problem } from '@/api/problem';
import { useGroup } from '@/core/session/session';
import { useDelayed } from '@/lib/useDelayed';
import { formatWallTime, planIn } from '@/lib/zones';
import { ServerMessage } from '@/ui/ServerMessage';
import { showToast } from '@/ui/toast';
import classes from './Composer.module.css';
import type { ComposerState } from './useComposer';
import type { Plan } from './usePlan';

interface Props {
  composer: ComposerState;
  plan: Plan;
  onDuplicate: () => void;
}

/** Whether it is saved, and what to do with it now. The button that plans it says when. */
export function ComposerFooter({ composer, plan, onDuplicate }: Props) {
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const { snapshot, close } = composer;
  const { post, problem } = snapshot;
  const { time, isDraft, isMoved, busy } = plan;
  const editable = post?.editable ?? true;
  // Others write drafts, which an editor plans.
  const plans = useGroup().role === 'editor';
  const when = time ? formatWallTime(planIn(time.zone, time.local, time.second).shown) : null;

  const saveDraft = async () => {
    composer.draft.markWanted();
    const isSomething = post !== null || snapshot.state !== 'saved';
    await close();
    if (isSomething && composer.draft.snapshot().state === 'saved') showToast('Draft saved.');
  };

  return (
    <footer className={classes.footer}>
      <SaveState
        isThere={post !== null && isDraft}
        state={snapshot.state}
        problem={problem ?? null}
        words={plan.problem?.about === 'post' ? plan.problem.words : null}
      />
      {!editable && <Button onClick={onDuplicate}>Duplicate</Button>}
      {editable && isDraft && (
        <>
          <Button variant={plans ? 'default' : 'filled'} onClick={() => void saveDraft()}>
            Save draft
          </Button>
          {plans && (
            <Button loading={busy} onClick={() => void plan.schedule()}>
              {when ? `Schedule for ${when}` : 'Schedule'}
            </Button>
          )}
        </>
      )}
      {editable && !isDraft && (
        <>
          <Button variant="default" loading={busy && !isMoved} onClick={() => void plan.unschedule()}>
            Back to draft
          </Button>
          {isMoved ? (
            <Button loading={busy} onClick={() => void plan.schedule()}>
              {phone ? `Move to ${when}` : `Schedule for ${when}`}
            </Button>
          ) : (
            <Button onClick={() => void close()}>Done</Button>
          )}
        </>
      )}
    </footer>
  );
}

interface StateProps {
  isThere: boolean;
  state: ComposerState['snapshot']['state'];
  problem: Problem | null;
  words: string | null;
}

function SaveState({ state, isThere, problem, words }: StateProps) {
  const late = useDelayed(state === 'saving', 600);
  const failed = words ?? (problem && sentenceOf(problem));
  if (failed)
    return (
      <span key="failed" className={classes.state} role="alert" data-failed="">
        <ServerMessage>{failed}</ServerMessage>
      </span>
    );
  return (
    <span key="saved" className={classes.state} role="status">
      {late ? 'Saving…' : isThere && state === 'saved' && 'Saved'}
    </span>
  );
}

function sentenceOf(problem: Problem): string {
  if (problem.status === 0) return 'Not saved yet: Magpie can’t be reached. It goes on by itself.';
  if (problem.status === 404)
    return 'This post was deleted meanwhile. What you wrote is kept on this device.';
  if (problem.rule === 'post-not-ready')
    return 'Not saved: this post is scheduled, and with this change it could not be published. See the checklist, or put it back to draft.';
  return problem.message;
}
