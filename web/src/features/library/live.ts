import type { QueryClient } from '@tanstack/react-query';
import { forgetSelected } from './selection/selectionStore';
import { dropAsset } from './view/queries';

/** Takes assets that are gone off the screen, before the counts have been asked for again. */
export function leave(client: QueryClient, gone: ReadonlySet<string>): void {
  for (const id of gone) dropAsset(client, id);
  if (gone.size > 0) forgetSelected(gone);
}
