import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { I18nProvider } from '@lingui/react';
import { useLingui } from '@lingui/react/macro';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { isOwn } from '@/core/session/member';
import { sessionQuery } from '@/core/session/query';
import { coveredId } from '@/lib/content';
import { language } from '@/lib/locale';
import { Toasts } from '@/ui/Toasts';
import { makeQueryClient } from './queryClient';
import { makeRouter } from './router';
import { cssVariables, themeIn } from './theme';

api.use({
  onRequest: () => {
    // Tabs share the session cookie: what was started as one member must not be sent as another.
    if (!isOwn()) throw new Problem('signed-out', t`You were signed out in this browser.`, 401);
  },
});

// The session ended while pages were open. The router asks for it again, goes to the sign-in page, and returns from there.
const client = makeQueryClient(() => {
  client.removeQueries({ queryKey: sessionQuery.queryKey });
  void router.invalidate();
});

const router = makeRouter(client);

export function App() {
  return (
    <I18nProvider i18n={i18n}>
      {/* Follows the direction of the page, which changes with the language. */}
      <DirectionProvider initialDirection={language().rtl ? 'rtl' : 'ltr'}>
        <Themed>
          <QueryClientProvider client={client}>
            {/* The viewer covers everything in here and makes it inert; toasts stay outside, within reach. */}
            <div id={coveredId} style={{ display: 'contents' }}>
              <RouterProvider router={router} />
            </div>
            <Toasts />
          </QueryClientProvider>
        </Themed>
      </DirectionProvider>
    </I18nProvider>
  );
}

function Themed({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const close = t`Close`;
  const theme = useMemo(() => themeIn(close), [close]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
