import { lazy, Suspense, useSyncExternalStore } from 'react';
import { currentAsked, currentRuns, subscribeAsked } from './asked';

const AskedDialog = lazy(() => import('./AskedDialog'));
const ActionProgress = lazy(() => import('./ActionProgress'));

/** The dialogs and the progress of actions, over whatever page is open. */
export function ActionHost() {
  const asked = useSyncExternalStore(subscribeAsked, currentAsked);
  const runs = useSyncExternalStore(subscribeAsked, currentRuns);
  return (
    <>
      <Suspense fallback={null}>{asked && <AskedDialog asked={asked} />}</Suspense>
      <Suspense fallback={null}>{runs.length > 0 && <ActionProgress runs={runs} />}</Suspense>
    </>
  );
}
