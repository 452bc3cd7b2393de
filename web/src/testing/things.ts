import type { components } from '@/api/schema';
import type {
  Asset,
  AssetDetails,
  Import,
  Label,
  Post,
  PostSummary,
  Profile,
  Session,
  Surface,
} from '@/api/types';
import type { Change } from '@/core/live/changes';

let serial = 0;

/** A new one each time, like the server's. */
export function anId(): string {
  serial += 1;
  return `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
}

export const group = anId();
export const me = { id: anId(), email: 'tess@example.org', name: 'Tess', language: null };
const formats = ['jpeg', 'png', 'webp', 'gif', 'mp4', 'mov', 'webm'] as const;

export function aSession(part: Partial<Session> = {}): Session {
  return {
    user: me,
    workspace: { id: anId(), name: 'Sails', role: 'member', plan: 'professional' },
    groups: [{ id: group, name: 'Sails', role: 'editor' }],
    limits: {
      imageBytes: 20_000_000,
      videoBytes: 50_000_000,
      maxMegapixels: 100,
      uploadPartBytes: 8_388_608,
      formats: [...formats],
    },
    usage: { storageBytes: 0, storageLimitBytes: null },
    ...part,
  };
}

export function anAsset(part: Partial<Asset> & Pick<Asset, 'name'>): Asset {
  const id = anId();
  return {
    id,
    kind: 'image',
    format: 'jpeg',
    mediaType: 'image/jpeg',
    bytes: 120_000,
    width: 1200,
    height: 800,
    durationSeconds: null,
    frameRate: null,
    videoCodec: null,
    audioCodec: null,
    animated: false,
    sha256: 'a'.repeat(64),
    status: 'ready',
    failure: null,
    placeholder: null,
    createdAt: '2026-11-25T08:00:00Z',
    createdBy: { id: me.id, name: me.name },
    capturedAt: null,
    origin: 'upload',
    labels: [],
    note: null,
    altText: null,
    starred: false,
    posts: [],
    badge: null,
    hasLink: false,
    trashedAt: null,
    groupId: group,
    original: { url: `/api/assets/${id}/original`, downloadUrl: `/api/assets/${id}/original?download=1` },
    renditions: [],
    ...part,
  };
}

/** Adds what only the asset's own address returns. */
export function detailed(asset: Asset): AssetDetails {
  return {
    capturedLocal: null,
    camera: null,
    sourceUrl: null,
    noteChangedAt: null,
    noteChangedBy: null,
    fits: [],
    publicPath: null,
    ...asset,
  };
}

export function assetsNamed(...names: string[]): Asset[] {
  return names.map((name) => anAsset({ name }));
}

export function aLabel(name: string, count = 1): Label {
  serial += 1;
  return { id: serial, name, count };
}

export function aSurface(part: Partial<Surface> = {}): Surface {
  return {
    key: 'instagram.feed',
    network: 'Instagram',
    name: 'Instagram feed',
    standsAlone: true,
    kinds: ['image', 'video'],
    caption: { most: 2200, unit: 'utf16' },
    captionBytes: null,
    hashtags: null,
    title: null,
    altText: null,
    maxItems: 10,
    ratios: [],
    ...part,
  };
}

export function aProfile(part: Partial<Profile> = {}): Profile {
  return {
    id: anId(),
    groupId: group,
    network: 'instagram',
    handle: 'sails',
    displayName: null,
    timeZone: 'Europe/Berlin',
    surfaces: [],
    picture: null,
    archivedAt: null,
    posts: 0,
    createdAt: '2026-11-25T08:00:00Z',
    ...part,
  };
}

export function aPost(profile: Profile, part: Partial<Post> = {}): Post {
  const { id, network, handle, displayName, timeZone } = profile;
  return {
    id: anId(),
    groupId: group,
    profile: { id, network, handle, displayName, timeZone, archived: false },
    state: 'draft',
    setId: anId(),
    own: [],
    surface: 'instagram.feed',
    surfaceChosen: false,
    title: null,
    caption: '',
    firstComment: null,
    localTime: null,
    timeZone: null,
    laterOccurrence: false,
    scheduledAt: null,
    publishedAt: null,
    publishedUrl: null,
    version: 1,
    createdAt: '2026-11-25T08:00:00Z',
    createdBy: { id: me.id, name: me.name },
    changedAt: null,
    changedBy: null,
    editable: true,
    assets: [],
    notices: [],
    ...part,
  };
}

/** A post as lists show it. */
export function summaryOf(post: Post): PostSummary {
  const {
    title,
    firstComment,
    createdBy,
    changedAt,
    changedBy,
    notices,
    assets,
    own,
    surfaceChosen,
    ...rest
  } = post;
  return { ...rest, assets: assets.length, kind: null, thumbUrl: null, placeholder: null };
}

export function anImport(part: Partial<Import> & Pick<Import, 'name'>): Import {
  return {
    id: anId(),
    groupId: group,
    origin: 'url',
    url: `https://example.org/${part.name}`,
    status: 'waiting',
    receivedBytes: 0,
    totalBytes: null,
    format: null,
    failure: null,
    asset: null,
    duplicateOf: null,
    createdAt: '2026-11-25T08:00:00Z',
    endedAt: null,
    ...part,
  };
}

type Event = components['schemas']['Change'];

/** A message on the event stream. */
export function aChange<Kind extends Change['kind']>(
  part: Partial<Omit<Event, 'kind'>> & { kind: Kind },
): Event & { kind: Kind } {
  return { group, action: 'changed', ids: [], fields: [], version: null, ...part };
}
