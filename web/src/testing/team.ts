import type { Asset, AssetCounts, Import, Label, Post, Profile, Session, Surface } from '@/api/types';
import type { FakeServer } from './server';
import { aProfile, aSession, aSurface, detailed, summaryOf } from './things';

/** A team's data on the server. A test changes it and says so on the stream, as other members would. */
export interface Team {
  session: Session;
  /** Newest first. */
  assets: Asset[];
  labels: Label[];
  profiles: Profile[];
  surfaces: Surface[];
  posts: Post[];
  imports: Import[];
}

/** Makes the server answer what pages request, from the team's data. */
export function serve(server: FakeServer, part: Partial<Team> = {}): Team {
  const team: Team = {
    session: aSession(),
    assets: [],
    labels: [],
    profiles: [aProfile()],
    surfaces: [aSurface()],
    posts: [],
    imports: [],
    ...part,
  };
  server.on('get', '/api/session', () => ({ status: 200, body: team.session }));
  server.on('get', '/api/surfaces', () => ({ status: 200, body: team.surfaces }));
  server.on('get', '/api/profiles', () => ({ status: 200, body: { items: team.profiles } }));
  server.on('get', '/api/imports', () => ({
    status: 200,
    body: { items: team.imports, open: team.imports.filter(({ status }) => status === 'waiting').length },
  }));
  server.on('get', '/api/labels', ({ query }) => {
    const q = query.get('q') ?? '';
    return {
      status: 200,
      body: { items: team.labels.filter(({ name }) => name.startsWith(q)), nextCursor: null },
    };
  });
  server.on('get', '/api/assets', ({ query }) => {
    const found = team.assets.filter(filterOf(query));
    const month = query.get('month');
    const first = month === null ? 0 : found.findIndex(({ createdAt }) => createdAt.slice(0, 7) <= month);
    const from = first + Number(query.get('skip') ?? 0);
    const items = found.slice(from, from + Number(query.get('limit') ?? 60));
    return { status: 200, body: { items, nextCursor: null } };
  });
  server.on('get', '/api/assets/summary', ({ query }) => ({
    status: 200,
    body: countsOf(team.assets.filter(filterOf(query))),
  }));
  server.on('get', '/api/assets/{assetId}', ({ path }) => {
    const found = team.assets.find(({ id }) => id === path.assetId);
    return found
      ? { status: 200, body: detailed(found) }
      : { status: 404, body: { type: 'urn:magpie:not-found', title: 'It is not there.', status: 404 } };
  });
  server.on('get', '/api/posts', ({ query }) => {
    const profiles = query.getAll('profile');
    const found = team.posts.filter(({ profile }) => profiles.length === 0 || profiles.includes(profile.id));
    return { status: 200, body: { items: found.map(summaryOf), nextCursor: null } };
  });
  server.on('get', '/api/posts/counts', ({ query }) => ({
    status: 200,
    body: { month: query.get('month') ?? '', used: team.posts.length, limit: null },
  }));
  return team;
}

function filterOf(query: URLSearchParams): (asset: Asset) => boolean {
  const kind = query.get('kind');
  const q = query.get('q')?.toLowerCase() ?? '';
  const labels = query.getAll('label');
  return (asset) =>
    (kind === null || asset.kind === kind) &&
    asset.name.toLowerCase().includes(q) &&
    labels.every((label) => asset.labels.includes(label));
}

function countsOf(assets: readonly Asset[]): AssetCounts {
  const months = new Map<string, number>();
  for (const { createdAt } of assets)
    months.set(createdAt.slice(0, 7), (months.get(createdAt.slice(0, 7)) ?? 0) + 1);
  return {
    total: assets.length,
    images: assets.filter(({ kind }) => kind === 'image').length,
    videos: assets.filter(({ kind }) => kind === 'video').length,
    byMonth: [...months].map(([month, count]) => ({ month, count })),
  };
}
