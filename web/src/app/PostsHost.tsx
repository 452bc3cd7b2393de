import { useState } from 'react';
import { composerStore } from '@/core/posts/openComposer';
import type { Uploads } from '@/features/uploads/Uploads';
import { useStore } from '@/lib/store';
import { lazyPart } from '@/ui/lazyPart';
import { useUploader } from './uploads';

const Composer = lazyPart(() => import('@/features/composer/Composer'));
const EditProfile = lazyPart(() => import('@/features/profiles/EditProfile'));

/** The composer, over whatever page is open. */
export function PostsHost({ uploads }: { uploads: Uploads }) {
  const opened = useStore(composerStore);
  const [making, setMaking] = useState(false);
  const uploader = useUploader(uploads);
  return (
    <>
      {opened && (
        <Composer
          key={opened.serial}
          wanted={opened.wanted}
          from={opened.from}
          uploader={uploader}
          onNewProfile={() => setMaking(true)}
        />
      )}
      {making && <EditProfile profile={null} uploader={uploader} onClose={() => setMaking(false)} />}
    </>
  );
}
