import { RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { makeQueryClient } from '@/app/queryClient';
import { makeRouter } from '@/app/router';
import { Providers } from './Providers';

/** Renders the whole app at an address, as a browser opens it. */
export function renderApp(address: string) {
  window.history.replaceState(null, '', address);
  const client = makeQueryClient(() => void router.invalidate());
  const router = makeRouter(client);
  const drawn = render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...drawn, client, router, user: userEvent.setup({ delay: null }) };
}
