import { t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
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

/** Whether the post is saved, and what to do with it now. The button that schedules it says when. */
export function ComposerFooter({ composer, plan, onDuplicate }: Props) {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const { snapshot, close } = composer;
  const { post, problem } = snapshot;
  const { time, isDraft, isMoved, busy } = plan;
  const editable = post?.editable ?? true;
  // Other roles write drafts, which an editor schedules.
  const plans = useGroup().role === 'editor';
  const when = time ? formatWallTime(planIn(time.zone, time.local, time.second).shown) : null;

  const saveDraft = async () => {
    composer.draft.markWanted();
    const isSomething = post !== null || snapshot.state !== 'saved';
    await close();
    if (isSomething && composer.draft.snapshot().state === 'saved') showToast(t`Draft saved`);
  };

  return (
    <footer className={classes.footer}>
      <SaveState
        isThere={post !== null && isDraft}
        state={snapshot.state}
        problem={problem ?? null}
        words={plan.problem?.about === 'post' ? plan.problem.words : null}
      />
      {!editable && (
        <Button onClick={onDuplicate}>
          <Trans context="verb">Duplicate</Trans>
        </Button>
      )}
      {editable && isDraft && (
        <>
          <Button variant={plans ? 'default' : 'filled'} onClick={() => void saveDraft()}>
            <Trans>Save draft</Trans>
          </Button>
          {plans && (
            <Button loading={busy} onClick={() => void plan.schedule()}>
              {when ? <Trans>Schedule for {when}</Trans> : <Trans context="verb">Schedule</Trans>}
            </Button>
          )}
        </>
      )}
      {editable && !isDraft && (
        <>
          <Button variant="default" loading={busy && !isMoved} onClick={() => void plan.unschedule()}>
            <Trans>Move to drafts</Trans>
          </Button>
          {isMoved ? (
            <Button loading={busy} onClick={() => void plan.schedule()}>
              {phone ? <Trans>Move to {when}</Trans> : <Trans>Schedule for {when}</Trans>}
            </Button>
          ) : (
            <Button onClick={() => void close()}>
              <Trans>Done</Trans>
            </Button>
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
      {late ? <Trans>Saving…</Trans> : isThere && state === 'saved' && <Trans>Saved</Trans>}
    </span>
  );
}

function sentenceOf(problem: Problem): string {
  if (problem.status === 0) return t`Not saved yet. Magpie can’t be reached; we’ll keep trying.`;
  if (problem.status === 404) return t`This post was deleted. Your text is kept on this device.`;
  if (problem.rule === 'post-not-ready')
    return t`Not saved: with this change, the scheduled post can’t be published. Fix what the checklist shows, or move it to drafts.`;
  return problem.message;
}
