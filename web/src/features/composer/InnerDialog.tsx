import { useLingui } from '@lingui/react/macro';
import type { PostAsset, Profile, Surface } from '@/api/types';
import type { Uploader } from '@/core/picker/uploader';
import { lazyPart } from '@/ui/lazyPart';
import { AltDialog } from './AltDialog';
import { DuplicateDialog } from './DuplicateDialog';
import type { MediaDialog } from './media/MediaItem';
import { mediaOf } from './media/media';
import type { ComposerState } from './useComposer';

const CropDialog = lazyPart(() => import('./crop/CropDialog'));
const TrimDialog = lazyPart(() => import('./trim/TrimDialog'));
const PublishDialog = lazyPart(() => import('@/core/posts/PublishDialog'));
const MediaSelector = lazyPart(() => import('@/core/picker/MediaSelector'));

/** The dialog on top of the composer; only one at a time. */
export type OpenInner =
  | { kind: 'select' }
  | { kind: 'duplicate' }
  | { kind: 'publish'; postId: string }
  | { kind: MediaDialog; assetId: string };

interface Props {
  inner: OpenInner;
  composer: ComposerState;
  surface: Surface | undefined;
  profiles: readonly Profile[];
  uploader: Uploader;
  onClose: () => void;
}

export function InnerDialog({ inner, composer, surface, profiles, uploader, onClose }: Props) {
  const { t } = useLingui();
  const { set, view, fields } = composer;
  const { media } = fields;

  if (inner.kind === 'select')
    return (
      <MediaSelector
        title={t`Add media`}
        inPost={media.map(({ assetId }) => assetId)}
        most={surface?.maxItems ?? null}
        uploader={uploader}
        onClose={onClose}
        onSelect={(assets) => {
          set.change(view, { media: [...media, ...assets.map(mediaOf)] });
          onClose();
        }}
      />
    );
  if (inner.kind === 'duplicate')
    return <DuplicateDialog composer={composer} profiles={profiles} onClose={onClose} />;

  if (inner.kind === 'publish')
    return (
      <PublishDialog postId={inner.postId} onPublished={(post) => composer.adopt([post])} onClose={onClose} />
    );

  const one = media.find(({ assetId }) => assetId === inner.assetId);
  if (!one) return null;
  const save = (change: Partial<PostAsset>) => {
    set.change(view, { media: media.map((each) => (each === one ? { ...each, ...change } : each)) });
    onClose();
  };
  const shared = { media: one, surface, onClose, onSave: save };
  if (inner.kind === 'crop') return <CropDialog {...shared} />;
  if (inner.kind === 'trim') return <TrimDialog {...shared} />;
  return <AltDialog {...shared} />;
}
