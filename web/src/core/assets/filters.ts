import type { AssetListQuery } from '@/api/types';

/** What narrows a list of assets. A filter that is off is left out. */
export type Filters = Pick<AssetListQuery, 'kind' | 'status' | 'q' | 'label' | 'usage' | 'fits'> & {
  starred?: true;
  origin?: 'ai';
};
