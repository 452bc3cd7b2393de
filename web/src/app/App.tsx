import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { isOwn } from '@/core/session/member';
import { accountKeys } from '@/features/accounts/queries';
import { Toasts } from '@/ui/Toasts';
import { makeQueryClient } from './queryClient';
import { makeRouter } from './router';
import { cssVariables, theme } from './theme';

api.use({
  onRequest: () => {
    // The tabs of a browser share the cookie; what one member began must not go out as another one.
    if (!isOwn()) throw new Problem('signed-out', 'You were signed out in this browser.', 401);
  },
});

// The session ended while pages were open. The router asks again and leads to the sign-in page, and back from there.
const client = makeQueryClient(() => {
  client.removeQueries({ queryKey: accountKeys.session });
  void router.invalidate();
});

const router = makeRouter(client);

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}
