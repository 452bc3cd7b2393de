import type { AssetStatusFilter } from '@/api/types';

/** What narrows a list of assets. */
export interface Filters {
  kind?: 'image' | 'video';
  status?: AssetStatusFilter;
  /** Part of the name. */
  q?: string;
  /** An asset must carry each of them. */
  label?: string[];
  starred?: true;
  usage?: 'used' | 'unused';
  origin?: 'ai';
  /** A platform surface such as `instagram.reel`. */
  fits?: string;
}
