import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Problem } from '@/api/problem';
import { useGroup } from '@/core/session/session';
import { useDelayed } from '@/lib/useDelayed';
import { formatWallTime, planIn } from '@/lib/zones';
import { ServerMessage } from '@/ui/ServerMessage';
import { showToast } from '@/ui/toast';
import classes from './Composer.module.css';
import type { Member } from './draft/SetDraft';
import type { ComposerState } from './useComposer';
import type { Plan } from './usePlan';

interface Props {
  composer: ComposerState;
  plan: Plan;
  onDuplicate: () => void;
  onPublish: (postId: string) => void;
}

/** Whether the post is saved, and what to do with it now. The button that schedules it says when. */
export function ComposerFooter({ composer, plan, onDuplicate, onPublish }: Props) {
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const { set, members, current, isSet, view, close } = composer;
  const { busy, waiting, hasDrafts, hasPlanned } = plan;
  const editable = members.some((one) => one.editable);
  // Other roles write drafts, which an editor schedules.
  const plans = useGroup().role === 'editor';
  const when = plan.when && formatWallTime(planIn(plan.when.zone, plan.when.local, plan.when.second).shown);

  // Of a set, one at a time: each is published on its own network.
  const shown = isSet && view === 'all' ? null : current?.post;
  const toPublish = shown && (shown.state === 'due' || shown.state === 'missed') ? shown : null;

  const saveDraft = async () => {
    set.want();
    const isSomething = set.drafts.some((draft) => draft.touched || draft.snapshot().post);
    await close();
    if (isSomething && stateOf(set.snapshot().members) === 'saved') showToast(t`Draft saved`);
  };

  return (
    <footer className={classes.footer}>
      <SaveState
        isThere={hasDrafts && members.some(({ post }) => post)}
        state={stateOf(members)}
        problem={members.find((one) => one.problem)?.problem ?? null}
        words={plan.problem?.about === 'post' ? plan.problem.words : null}
      />
      {!editable && (
        <Button onClick={onDuplicate}>
          <Trans context="verb">Duplicate</Trans>
        </Button>
      )}
      {hasDrafts && (
        <Button variant={plans ? 'default' : 'filled'} onClick={() => void saveDraft()}>
          <Trans>Save draft</Trans>
        </Button>
      )}
      {hasPlanned && !hasDrafts && (
        <Button variant="default" loading={busy && waiting === 0} onClick={() => void plan.unschedule()}>
          <Trans>Move to drafts</Trans>
        </Button>
      )}
      {waiting > 0 && plans && (
        <Button loading={busy} onClick={() => void plan.schedule()}>
          <ScheduleWords count={waiting} when={when} moves={phone && !hasDrafts} />
        </Button>
      )}
      {toPublish && plans && (
        <Button onClick={() => onPublish(toPublish.id)}>
          <Trans>Mark as published</Trans>
        </Button>
      )}
      {editable && waiting === 0 && (
        <Button variant={toPublish ? 'default' : 'filled'} onClick={() => void close()}>
          <Trans>Done</Trans>
        </Button>
      )}
    </footer>
  );
}

function ScheduleWords({ count, when, moves }: { count: number; when: string | null; moves: boolean }) {
  if (count > 1)
    return when ? (
      <Plural value={count} one={`Schedule # post for ${when}`} other={`Schedule # posts for ${when}`} />
    ) : (
      <Plural value={count} one="Schedule # post" other="Schedule # posts" />
    );
  if (!when) return <Trans context="verb">Schedule</Trans>;
  return moves ? <Trans>Move to {when}</Trans> : <Trans>Schedule for {when}</Trans>;
}

const worst = ['failed', 'saving', 'unsaved'] as const;

function stateOf(members: readonly Pick<Member, 'state'>[]): Member['state'] {
  return worst.find((state) => members.some((one) => one.state === state)) ?? 'saved';
}

interface StateProps {
  isThere: boolean;
  state: Member['state'];
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
