import type { components, paths } from './schema';

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never;

export type Session = Json<paths['/api/session']['get']['responses']['200']>;
export type Limits = Session['limits'];
export type Asset = Json<paths['/api/assets/{assetId}']['get']['responses']['200']>;
export type AssetPage = Json<paths['/api/assets']['get']['responses']['200']>;
export type AssetSummary = Json<paths['/api/assets/summary']['get']['responses']['200']>;
export type Rendition = Asset['renditions'][number];
export type SignedInBrowser = Json<paths['/api/sessions']['get']['responses']['200']>['items'][number];
export type Token = Json<paths['/api/tokens']['get']['responses']['200']>['items'][number];
export type OpenUpload = Json<paths['/api/open-uploads']['get']['responses']['200']>['items'][number];
type ListQuery = NonNullable<paths['/api/assets']['get']['parameters']['query']>;
export type AssetStatusFilter = NonNullable<ListQuery['status']>;
export type AssetFilter = components['schemas']['AssetFilter'];
export type AssetAction = components['schemas']['AssetAction'];
export type ActionResult = components['schemas']['ActionResult'];
export type Label = components['schemas']['LabelSummary'];
export type Surface = components['schemas']['SurfaceDetails'];
export type SurfaceFit = components['schemas']['SurfaceFit'];
export type Import = components['schemas']['ImportDetails'];
export type ProbedFile = components['schemas']['ProbedFile'];
export type CloudEntry = components['schemas']['CloudEntry'];
export type CloudPage = Json<paths['/api/clouds/{provider}/files']['get']['responses']['200']>;

export type Platform = components['schemas']['PlatformName'];
export type Profile = components['schemas']['ProfileDetails'];
export type PostState = components['schemas']['PostState'];
export type PostProfile = components['schemas']['PostProfile'];
export type PostLine = components['schemas']['PostLine'];
export type Post = components['schemas']['PostDetails'];
export type PostAsset = components['schemas']['PostAssetDetails'];
export type PostCounts = components['schemas']['PostCounts'];
export type Crop = components['schemas']['Crop'];
export type Trim = components['schemas']['Trim'];
export type CheckLine = components['schemas']['CheckLine'];
export type Checklist = components['schemas']['Checklist'];
export type CaptionUnit = components['schemas']['CaptionUnit'];
