import { t } from '@lingui/core/macro';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Problem } from '@/api/problem';
import { sessionQuery } from '@/core/session/query';
import { setupQuery } from '@/features/accounts/queries';
import { readCalendarSearch } from '@/features/calendar/search';
import { readSearch, searchedIn } from '@/features/library/search/filters';
import { readPostsSearch } from '@/features/posts/search';
import { parseAddress, writeAddress } from '@/lib/address';
import { endFirstSight } from '@/lib/firstSight';
import { ownPath } from '@/lib/ownPath';
import { followLanguage } from '@/lib/words';
import { NotFound } from './NotFound';
import { PageFailed } from './PageFailed';
import { Root } from './Root';
import { SignedIn } from './SignedIn';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Root });

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  staticData: { name: () => t`Set up` },
  beforeLoad: async ({ context: { client } }) => {
    const { required } = await client.fetchQuery(setupQuery);
    if (!required) throw redirect({ to: '/sign-in' });
  },
  component: lazyRouteComponent(() => import('./AuthRoutes'), 'SetupRoute'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  staticData: { name: () => t`Sign in` },
  validateSearch: (raw: Record<string, unknown>): { next?: string } => {
    const next = ownPath(raw.next);
    return next === null ? {} : { next };
  },
  beforeLoad: async ({ context: { client } }) => {
    const { required } = await client.fetchQuery(setupQuery);
    if (required) throw redirect({ to: '/setup' });
  },
  component: lazyRouteComponent(() => import('./AuthRoutes'), 'SignInRoute'),
});

/** Open to everybody, like the document it shows. */
const docs = createRoute({
  getParentRoute: () => root,
  path: '/docs',
  staticData: { name: () => t`API reference` },
  component: lazyRouteComponent(() => import('@/features/reference/ApiReference'), 'ApiReference'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context: { client }, location, preload }) => {
    try {
      const { user } = await client.ensureQueryData(sessionQuery);
      if (!preload) await followLanguage(user.language).catch(() => undefined);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      const next = location.pathname === '/' ? undefined : location.href;
      throw redirect({ to: '/sign-in', search: { next } });
    }
  },
  component: SignedIn,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/library' });
  },
});

const library = createRoute({
  getParentRoute: () => signedIn,
  path: '/library',
  staticData: { name: () => t`Library`, asked: (search) => searchedIn(readSearch(search)) },
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./LibraryRoute'), 'LibraryRoute'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  staticData: { name: () => t`Settings` },
  component: lazyRouteComponent(() => import('./SettingsRoute'), 'SettingsRoute'),
});

const labels = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/labels',
  staticData: { name: () => t`Labels` },
  component: lazyRouteComponent(() => import('./LabelsRoute'), 'LabelsRoute'),
});

const profiles = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/profiles',
  staticData: { name: () => t`Social profiles` },
  component: lazyRouteComponent(() => import('./ProfilesRoute'), 'ProfilesRoute'),
});

const calendar = createRoute({
  getParentRoute: () => signedIn,
  path: '/calendar',
  staticData: { name: () => t`Calendar` },
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import('./CalendarRoute'), 'CalendarRoute'),
});

const posts = createRoute({
  getParentRoute: () => signedIn,
  path: '/posts',
  staticData: { name: () => t`Posts`, asked: (search) => readPostsSearch(search).q },
  validateSearch: readPostsSearch,
  component: lazyRouteComponent(() => import('./PostsRoute'), 'PostsRoute'),
});

const trash = createRoute({
  getParentRoute: () => signedIn,
  path: '/trash',
  staticData: { name: () => t`Trash` },
  component: lazyRouteComponent(() => import('./TrashRoute'), 'TrashRoute'),
});

const tree = root.addChildren([
  setup,
  signIn,
  docs,
  signedIn.addChildren([home, library, calendar, posts, trash, settings, labels, profiles]),
]);

export function makeRouter(client: QueryClient) {
  const router = createRouter({
    routeTree: tree,
    context: { client },
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFound,
    // The grid keeps its own place; the window never scrolls.
    scrollRestoration: false,
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
    if (fromLocation) endFirstSight();
  });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
