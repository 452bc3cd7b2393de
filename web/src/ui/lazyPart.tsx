import { type ComponentType, useEffect, useState } from 'react';
import { showToast } from './toast';

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A component that is not part of the first load. While it comes, nothing is shown; when it cannot come (no
 * connection, or a newer Magpie on the server), the page around it stays and a toast says what to do.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;
  // What failed once stays so until the page is loaded again: a second try would come without its styles.
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

/** Has something fetched ahead that is not a component. */
export function ahead<Load extends () => Promise<unknown>>(load: Load): Load {
  loaders.push(load);
  return load;
}

/**
 * Fetches what may be asked for soon, so that it opens at once, and also when the connection is gone by then. One
 * after the other, whenever the page rests: all of them at once hold up a person who scrolls.
 */
export async function loadAhead(): Promise<void> {
  for (const load of loaders) {
    await rest();
    try {
      await load();
    } catch {
      // Without a connection each would fail, and for good; the others get their try when somebody asks for them.
      return;
    }
  }
}

/** Until the page has nothing else to do; in a browser that cannot tell (Safari), a moment. */
function rest(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 2000 });
    else setTimeout(resolve, 100);
  });
}

/** Says that a part of the page could not come, and what to do. */
export function tellMissing(): void {
  showToast(
    'This part of the page could not be loaded. Load the page again once Magpie can be reached.',
    true,
    {
      label: 'Load again',
      run: () => window.location.reload(),
    },
  );
}
