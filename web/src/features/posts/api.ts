import { api as typed } from '@/api/client';

// biome-ignore lint/suspicious/noExplicitAny: until the paths of posts are in the generated schema.
type Call = (path: string, init: object) => Promise<{ data?: any }>;

export const api = typed as unknown as Record<'GET' | 'POST' | 'PATCH' | 'DELETE', Call>;
