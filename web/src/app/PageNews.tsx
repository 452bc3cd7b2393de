import { VisuallyHidden } from '@mantine/core';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { focusContent, isFocusPlaced } from '@/lib/content';
import { useNameOfOpenThing } from '@/lib/openThing';
import { restoreFocus } from '@/lib/restoreFocus';
import { pageOf, titleOf } from './pageTitle';

/**
 * What a new document would have told: the title of the window follows page and search, and where the path has changed
 * the page is said, and has the focus. Filters, sheets and dialogs change only what is behind the path.
 */
export function PageNews() {
  const router = useRouter();
  const opened = useNameOfOpenThing();
  // A text, so that what else the router does draws nothing again.
  const title = useRouterState({ select: ({ matches }) => titleOf(pageOf(matches), opened) });
  const [said, setSaid] = useState('');

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    let isBack = false;
    const ends = [
      router.history.subscribe(({ action }) => {
        isBack = action.type !== 'PUSH' && action.type !== 'REPLACE';
      }),
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        setSaid(pageOf(router.state.matches).name);
        if (isFocusPlaced()) return;
        // The link that was followed still has the focus; it is in the rail, which stays.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        if (isBack) restoreFocus();
        else focusContent();
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [router]);

  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
