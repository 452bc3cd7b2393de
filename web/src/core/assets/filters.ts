import type { AssetListQuery } from '@/api/types';

/** The filters of a list of assets. A filter that is off is absent. */
export type Filters = Pick<AssetListQuery, 'kind' | 'status' | 'q' | 'label' | 'usage' | 'fits'> & {
  starred?: true;
  origin?: 'ai';
};
