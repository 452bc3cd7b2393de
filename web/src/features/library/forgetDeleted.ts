import type { QueryClient } from '@tanstack/react-query';
import { forgetSelected } from './selection/selectionStore';
import { dropAsset } from './view/queries';

/** Removes deleted assets from the screen at once; the counts follow when they have been refetched. */
export function forgetDeleted(client: QueryClient, gone: ReadonlySet<string>): void {
  for (const id of gone) dropAsset(client, id);
  if (gone.size > 0) forgetSelected(gone);
}
