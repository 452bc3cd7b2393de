import type { components, paths } from './schema';

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never;

export type Session = Json<paths['/api/session']['get']['responses']['200']>;
export type Limits = Session['limits'];
export type Asset = Json<paths['/api/assets/{assetId}']['get']['responses']['200']>;
export type AssetPage = Json<paths['/api/assets']['get']['responses']['200']>;
export type AssetSummary = Json<paths['/api/assets/summary']['get']['responses']['200']>;
export type Rendition = Asset['renditions'][number];
export type Token = Json<paths['/api/tokens']['get']['responses']['200']>['items'][number];
export type NewToken = Json<paths['/api/tokens']['post']['responses']['201']>;
type ListQuery = NonNullable<paths['/api/assets']['get']['parameters']['query']>;
export type AssetStatusFilter = NonNullable<ListQuery['status']>;
export type AssetFilter = components['schemas']['AssetFilter'];
export type AssetAction = components['schemas']['AssetAction'];
export type ActionResult = components['schemas']['ActionResult'];
export type Label = components['schemas']['LabelSummary'];
export type Surface = components['schemas']['SurfaceDetails'] & SurfaceLimits;
export type SurfaceFit = components['schemas']['SurfaceFit'];
export type AssetEdit = components['schemas']['EditAssetRequest'];
export type Import = components['schemas']['ImportDetails'];
export type ProbedFile = components['schemas']['ProbedFile'];
export type CloudEntry = components['schemas']['CloudEntry'];
export type CloudPage = Json<paths['/api/clouds/{provider}/files']['get']['responses']['200']>;

export type Platform =
  | 'instagram'
  | 'tiktok'
  | 'facebook'
  | 'x'
  | 'linkedin'
  | 'pinterest'
  | 'youtube'
  | 'threads'
  | 'bluesky'
  | 'mastodon';
export type PostState = 'draft' | 'scheduled' | 'due' | 'published' | 'missed';

export interface Profile {
  id: string;
  groupId: string;
  platform: Platform;
  handle: string;
  displayName: string | null;
  timeZone: string;
  surfaces: string[];
  picture: { assetId: string; thumbUrl: string | null } | null;
  archivedAt: string | null;
  posts: number;
  createdAt: string;
}

export interface PostProfile {
  id: string;
  platform: Platform;
  handle: string;
  displayName: string | null;
  timeZone: string;
  archived: boolean;
}

export interface PostLine {
  id: string;
  groupId: string;
  profile: PostProfile;
  state: PostState;
  surface: string;
  caption: string;
  localTime: string | null;
  timeZone: string | null;
  secondOfTwo: boolean;
  scheduledAt: string | null;
  publishedAt: string | null;
  publishedUrl: string | null;
  assets: number;
  kind: 'image' | 'video' | null;
  thumbUrl: string | null;
  placeholder: string | null;
  version: number;
  createdAt: string;
  editable: boolean;
  movable: boolean;
}

export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Trim {
  start: number;
  end: number;
}

export interface PostAsset {
  ordinal: number;
  assetId: string;
  name: string;
  kind: 'image' | 'video';
  format: Asset['format'];
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  animated: boolean;
  status: Asset['status'];
  trashed: boolean;
  note: string | null;
  altText: string | null;
  assetAltText: string | null;
  crop: Crop | null;
  trim: Trim | null;
  thumbUrl: string | null;
  previewUrl: string | null;
  videoUrl: string | null;
  fileUrl: string;
  fileMediaType: string;
}

export interface Post extends Omit<PostLine, 'assets' | 'kind' | 'thumbUrl' | 'placeholder' | 'movable'> {
  title: string | null;
  firstComment: string | null;
  createdBy: { id: string; name: string };
  changedAt: string | null;
  changedBy: { id: string; name: string } | null;
  assets: PostAsset[];
  notices: string[];
}

export interface CheckLine {
  level: 'required' | 'recommended' | 'met';
  text: string;
  change: string | null;
  assetId: string | null;
}

export interface Checklist {
  lines: CheckLine[];
  ready: boolean;
}

export interface PostCounts {
  month: number;
  used: number;
  limit: number | null;
}

export type CaptionUnit =
  | 'utf16'
  | 'utf8Bytes'
  | 'graphemes'
  | 'xWeighted'
  | 'mastodonCharacters'
  | 'threadsCharacters';

interface TextLimit {
  most: number;
  unit: CaptionUnit;
}

interface SurfaceLimits {
  caption: TextLimit | null;
  captionBytes: number | null;
  hashtags: number | null;
  title: (TextLimit & { needed: boolean }) | null;
  altText: TextLimit | null;
  maxItems: number | null;
  ratios: { name: string; width: number; height: number }[];
}

/** A post that holds an asset, as the asset tells it. */
export interface AssetPost {
  id: string;
  profile: PostProfile;
  state: PostState;
  localTime: string | null;
  timeZone: string | null;
}
