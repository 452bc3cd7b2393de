export interface components {
  schemas: {
    SetupState: { required: boolean };
    SetupRequest: { email: string; password: string; name: string };
    SignInRequest: { email: string; password: string };
    SessionDetails: {
      user: { id: string; email: string; name: string };
      workspace: { id: string; name: string; role: 'owner' | 'admin' | 'member'; plan: 'free' | 'starter' | 'professional' | 'enterprise' };
      groups: { id: string; name: string; role: 'editor' | 'contributor' | 'viewer' }[];
      limits: { imageBytes: number; videoBytes: number; maxMegapixels: number; uploadPartBytes: number; formats: string[] };
      usage: { storageBytes: number; storageLimitBytes: number | null };
    };
    TokenSummary: { id: string; name: string; scope: 'read' | 'write'; groupId: string | null; createdAt: string; lastUsedAt: string | null };
    TokenCreated: { id: string; name: string; scope: 'read' | 'write'; groupId: string | null; createdAt: string; token: string };
    CreateTokenRequest: { name: string; scope: 'read' | 'write'; groupId?: string | null };
    Rendition: { kind: 'thumb' | 'preview' | 'poster' | 'hover' | 'playback'; url: string; mediaType: string; width: number | null; height: number | null; bytes: number };
    Asset: {
      id: string; name: string; kind: 'image' | 'video'; format: 'jpeg' | 'png' | 'webp' | 'gif' | 'mp4' | 'mov' | 'webm';
      mediaType: string; bytes: number; width: number | null; height: number | null; durationSeconds: number | null;
      frameRate: number | null; videoCodec: string | null; audioCodec: string | null; animated: boolean | null; sha256: string;
      status: 'processing' | 'ready' | 'draft' | 'failed'; failure: { reason: string; retryable: boolean } | null;
      placeholder: string | null; createdAt: string; createdBy: { id: string; name: string } | null;
      capturedAt: string | null; camera: string | null; origin: string; labels: string[]; note: string | null; altText: string | null;
      starred: boolean; groupId: string; original: { url: string; downloadUrl: string };
      renditions: components['schemas']['Rendition'][];
    };
    AssetList: { items: components['schemas']['Asset'][]; nextCursor: string | null };
    AssetTotals: { total: number; images: number; videos: number; byMonth: { month: string; count: number }[] };
  };
}
type Ok<T> = { 200: { content: { 'application/json': T } } };
type Filter = { kind?: 'image' | 'video'; status?: 'processing' | 'ready' | 'draft' | 'failed'; q?: string; group?: string };
export interface paths {
  '/api/setup': {
    get: { responses: Ok<components['schemas']['SetupState']> };
    post: { requestBody: { content: { 'application/json': components['schemas']['SetupRequest'] } }; responses: Ok<components['schemas']['SessionDetails']> };
  };
  '/api/session': {
    get: { responses: Ok<components['schemas']['SessionDetails']> };
    post: { requestBody: { content: { 'application/json': components['schemas']['SignInRequest'] } }; responses: Ok<components['schemas']['SessionDetails']> };
    delete: { parameters: { query?: { everywhere?: boolean } }; responses: { 204: { content?: never } } };
  };
  '/api/tokens': {
    get: { responses: Ok<{ items: components['schemas']['TokenSummary'][] }> };
    post: { requestBody: { content: { 'application/json': components['schemas']['CreateTokenRequest'] } }; responses: { 201: { content: { 'application/json': components['schemas']['TokenCreated'] } } } };
  };
  '/api/tokens/{id}': { delete: { parameters: { path: { id: string } }; responses: { 204: { content?: never } } } };
  '/api/assets': { get: { parameters: { query?: Filter & { limit?: number; cursor?: string } }; responses: Ok<components['schemas']['AssetList']> } };
  '/api/assets/summary': { get: { parameters: { query?: Filter }; responses: Ok<components['schemas']['AssetTotals']> } };
  '/api/assets/{id}': {
    get: { parameters: { path: { id: string } }; responses: Ok<components['schemas']['Asset']> };
    delete: { parameters: { path: { id: string } }; responses: { 204: { content?: never } } };
  };
  '/api/assets/{id}/retry': { post: { parameters: { path: { id: string } }; responses: Ok<components['schemas']['Asset']> } };
}
