import type { components, paths } from './schema';

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never;

type Query<Path extends '/api/assets' | '/api/posts'> = NonNullable<
  paths[Path]['get']['parameters']['query']
>;
type Schemas = components['schemas'];
/** A body in which fields with a default are optional. */
type Defaulting<Body, Field extends keyof Body> = Omit<Body, Field> & Partial<Pick<Body, Field>>;

export type AssetListQuery = Query<'/api/assets'>;
export type PostQuery = Query<'/api/posts'>;

export type Session = Json<paths['/api/session']['get']['responses']['200']>;
export type Limits = Session['limits'];
export type Asset = Schemas['AssetSummary'];
export type AssetDetails = Json<paths['/api/assets/{assetId}']['get']['responses']['200']>;
/** What lists know of an asset, and the rest once it has been requested by id. */
export type KnownAsset = Asset & Partial<AssetDetails>;
export type AssetPage = Json<paths['/api/assets']['get']['responses']['200']>;
export type AssetCounts = Json<paths['/api/assets/summary']['get']['responses']['200']>;
export type Rendition = Asset['renditions'][number];
export type SignedInBrowser = Json<paths['/api/sessions']['get']['responses']['200']>['items'][number];
export type Token = Json<paths['/api/tokens']['get']['responses']['200']>['items'][number];
export type OpenUpload = Json<paths['/api/open-uploads']['get']['responses']['200']>['items'][number];
export type AssetFilter = Schemas['AssetFilter'];
export type AssetAction = Schemas['AssetAction'];
export type ActionResult = Schemas['ActionResult'];
export type Label = Schemas['LabelSummary'];
export type Surface = Schemas['SurfaceDetails'];
export type SurfaceFit = Schemas['SurfaceFit'];
export type Import = Schemas['ImportDetails'];
export type ProbedFile = Schemas['ProbedFile'];
export type CloudEntry = Schemas['CloudEntry'];
export type CloudPage = Json<paths['/api/clouds/{provider}/files']['get']['responses']['200']>;

export type Network = Schemas['Network'];
export type Profile = Schemas['ProfileDetails'];
export type PostState = Schemas['PostState'];
export type PostProfile = Schemas['PostProfile'];
export type PostSummary = Schemas['PostSummary'];
export type Post = Schemas['PostDetails'];
export type PostAsset = Schemas['PostAssetDetails'];
export type PostPart = Schemas['PostPart'];
export type PostPreview = Schemas['PostPreview'];
export type PostCounts = Schemas['PostCounts'];
export type Crop = Schemas['Crop'];
export type Trim = Schemas['Trim'];
export type ChecklistItem = Schemas['ChecklistItem'];
export type PostNotice = Schemas['PostNotice'];
export type Checklist = Schemas['Checklist'];
export type CaptionUnit = Schemas['CaptionUnit'];
export type TextLimit = Schemas['TextLimit'];
export type MonthCount = Schemas['MonthCount'];
export type PostPage = Schemas['PageOfPostSummary'];
export type ImportList = Schemas['ImportList'];
export type CloudProvider = Schemas['CloudProvider'];
export type AssetText = keyof Schemas['ExpectedTexts'];

export type SetUpRequest = Schemas['SetUpRequest'];
export type SignInRequest = Schemas['SignInRequest'];
export type CreateTokenRequest = Schemas['CreateTokenRequest'];
export type ActOnAssetsRequest = Schemas['ActOnAssetsRequest'];
export type ActionSummary = Schemas['ActionSummary'];
export type DownloadAssetsRequest = Schemas['DownloadAssetsRequest'];
export type CreateProfileRequest = Schemas['CreateProfileRequest'];
export type EditProfileRequest = Schemas['EditProfileRequest'];
export type CreatePostRequest = Defaulting<Schemas['CreatePostRequest'], 'laterOccurrence'>;
export type EditPostRequest = Schemas['EditPostRequest'];
export type PostAssetRequest = Schemas['PostAssetRequest'];
export type PostToSchedule = Defaulting<Schemas['PostToSchedule'], 'laterOccurrence'>;
export type SeenPost = Schemas['SeenPost'];
