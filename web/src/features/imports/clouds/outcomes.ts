import { t } from '@lingui/core/macro';

/** How connecting to a provider ended, as the server says in the address of the library. */
export function sentenceOf(outcome: string | undefined, title: string): string | null {
  switch (outcome) {
    case 'denied':
      return t`You didn’t let Magpie read your ${title} files. Connect again and allow access.`;
    case 'expired':
      return t`Connecting took too long or started in another window. Connect again.`;
    case 'refused':
      return t`${title} doesn’t accept this server’s registration. Ask whoever runs Magpie to check its client ID, secret and permissions.`;
    case 'failed':
      return t`${title} didn’t answer as expected. Connect again in a moment.`;
    default:
      return null;
  }
}
