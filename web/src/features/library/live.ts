import type { QueryClient } from '@tanstack/react-query';
import { dropAsset } from './queries';
import { forgetSelected } from './selecting';

/** Takes assets that are gone off the screen, before the counts have been asked for again. */
export function leave(client: QueryClient, gone: ReadonlySet<string>): void {
  for (const id of gone) dropAsset(client, id);
  if (gone.size > 0) forgetSelected(gone);
}
