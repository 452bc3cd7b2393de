import { useLingui } from '@lingui/react';
import { VisuallyHidden } from '@mantine/core';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { focusContent, isFocusPlaced } from '@/lib/content';
import { useNameOfOpenThing } from '@/lib/openThing';
import { restoreFocus } from '@/lib/restoreFocus';
import { pageOf, titleOf } from './pageTitle';

/**
 * Does what loading a new document would do: sets the window title from the page and its search and, if the path changed, announces the
 * page and moves the focus to it. Filters, sheets and dialogs change only what follows the path.
 */
export function PageNews() {
  // The names of pages change with the language, which the router does not notice.
  useLingui();
  const router = useRouter();
  const opened = useNameOfOpenThing();
  // Selects a string, so that other router updates cause no re-render.
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
        // The link that was followed still has the focus, because the rail it is in stays.
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
