/** How a way to a provider and back ended, as the server says it in the address of the library. */
export function sentenceOf(outcome: string | undefined, title: string): string | null {
  switch (outcome) {
    case 'denied':
      return `You did not allow Magpie to read your files in ${title}, so nothing was connected. Connect again and allow it.`;
    case 'expired':
      return 'Connecting took too long, or was begun in another window. Connect again.';
    case 'refused':
      return `${title} does not accept this server’s registration. Ask whoever runs Magpie to check its client id, secret and permissions.`;
    case 'failed':
      return `${title} did not answer as it should, so nothing was connected. Connect again in a moment.`;
    default:
      return null;
  }
}
