import { useStore } from '@/lib/store';
import { lazyPart } from '@/ui/lazyPart';
import { dialogStore } from './openDialog';
import { runningStore } from './runningActions';

const ActionDialog = lazyPart(() => import('./ActionDialog'));
const ActionProgress = lazyPart(() => import('./ActionProgress'));

/** The dialogs and the progress of actions, over whatever page is open. */
export function ActionHost() {
  const dialog = useStore(dialogStore);
  const running = useStore(runningStore);
  return (
    <>
      {dialog && <ActionDialog dialog={dialog} />}
      {/* An action that waits for an answer makes no progress. */}
      {running.length > 0 && dialog?.kind !== 'postReferences' && <ActionProgress running={running} />}
    </>
  );
}
