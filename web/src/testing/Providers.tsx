import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { cssVariables, themeIn } from '@/app/theme';
import { Toasts } from '@/ui/Toasts';

const theme = themeIn('Close');

/** The providers around every page, as in `app/App`, but without waiting for animations. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
        <QueryClientProvider client={client}>
          {children}
          <Toasts />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
