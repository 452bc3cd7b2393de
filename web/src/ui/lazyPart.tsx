import { t } from '@lingui/core/macro';
import { type ComponentType, useEffect, useState } from 'react';
import { showToast } from './toast';

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A component that is not part of the first load. Shows nothing while it loads. If it cannot be loaded (no connection, or a newer Magpie on
 * the server), the page around it stays and a toast says what to do.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;
  // After a failure the part stays missing until the page is reloaded: a second try would come without its styles.
  const loadOnce = ahead(
    () =>
      (loading ??= load().then((module) => {
        loaded = module.default;
      })),
  );

  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, at the head of a module.
  return function LazyPart(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part) return;
      let gone = false;
      loadOnce().then(
        () => gone || setPart(() => loaded),
        () => gone || tellMissing(),
      );
      return () => {
        gone = true;
      };
    }, [Part]);
    return Part ? <Part {...props} /> : null;
  };
}

/** Registers something that is not a component for loading ahead. */
export function ahead<Load extends () => Promise<unknown>>(load: Load): Load {
  loaders.push(load);
  return load;
}

/**
 * Loads parts before they are needed, so that they open at once, even if the connection is gone by then. They are
 * loaded one by one while the page is idle: all at once would hold up somebody who scrolls.
 */
export async function loadAhead(): Promise<void> {
  for (const load of loaders) {
    await rest();
    try {
      await load();
    } catch {
      // Without a connection each one would fail for good. The rest is loaded when somebody opens it.
      return;
    }
  }
}

/** Waits until the page is idle. Safari cannot tell, so there it waits a moment. */
function rest(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 2000 });
    else setTimeout(resolve, 100);
  });
}

/** Says that a part of the page could not be loaded, and what to do. */
export function tellMissing(): void {
  showToast(t`We couldn’t load this part of the page. Reload it once Magpie can be reached.`, true, {
    label: t`Reload`,
    run: () => window.location.reload(),
  });
}
