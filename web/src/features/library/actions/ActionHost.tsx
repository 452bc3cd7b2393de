import { useSyncExternalStore } from 'react';
import { later } from '@/ui/lazyPart';
import { currentAsked, currentRuns, subscribeAsked } from './openDialog';

const AskedDialog = later(() => import('./ActionDialog'));
const ActionProgress = later(() => import('./ActionProgress'));

/** The dialogs and the progress of actions, over whatever page is open. */
export function ActionHost() {
  const asked = useSyncExternalStore(subscribeAsked, currentAsked);
  const runs = useSyncExternalStore(subscribeAsked, currentRuns);
  return (
    <>
      {asked && <AskedDialog asked={asked} />}
      {/* While something is asked, nothing moves. */}
      {runs.length > 0 && asked?.kind !== 'held' && <ActionProgress runs={runs} />}
    </>
  );
}
