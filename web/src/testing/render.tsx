import type { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { Session } from '@/api/types';
import { makeQueryClient } from '@/app/queryClient';
import { SessionContext } from '@/core/session/session';
import { Providers } from './Providers';
import { aSession } from './things';

interface Options {
  session?: Session;
  client?: QueryClient;
}

/** Renders a part of the page for somebody who is signed in. */
export function renderPart(
  part: ReactNode,
  { session = aSession(), client = makeQueryClient(() => undefined) }: Options = {},
) {
  const within = (inner: ReactNode) => (
    <Providers client={client}>
      <SessionContext value={session}>{inner}</SessionContext>
    </Providers>
  );
  const { rerender, ...drawn } = render(within(part));
  return {
    ...drawn,
    client,
    user: userEvent.setup({ delay: null }),
    redraw: (next: ReactNode) => rerender(within(next)),
  };
}
