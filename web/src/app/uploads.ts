import { useQueryClient } from '@tanstack/react-query';
import { createContext, type RefObject, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Uploader } from '@/core/picker/uploader';
import { isOwn } from '@/core/session/member';
import { sessionQuery } from '@/core/session/query';
import { useGroup, useSession } from '@/core/session/session';
import { accept } from '@/features/uploads/accept';
import type { FilePickersHandle } from '@/features/uploads/FilePickers';
import { fromInput } from '@/features/uploads/files';
import { Uploads } from '@/features/uploads/Uploads';

interface UploadsOfVisit {
  uploads: Uploads;
  pickers: RefObject<FilePickersHandle | null>;
}

/** The ways to add files to the library. */
interface Adding extends UploadsOfVisit {
  importFromUrl: () => void;
}

export const UploadsContext = createContext<Adding | null>(null);

export function useUploadsContext(): Adding {
  const value = useContext(UploadsContext);
  if (value === null) throw new Error('There is no frame above this component.');
  return value;
}

/** Created once per visit, so uploads continue while the person looks at other pages. */
export function useUploadsOfVisit(): UploadsOfVisit {
  const client = useQueryClient();
  const { user, limits, usage } = useSession();
  const group = useGroup();
  const pickers = useRef<FilePickersHandle>(null);
  const [uploads] = useState(
    () =>
      new Uploads({
        member: user.id,
        group: group.id,
        isOwn,
        limits,
        hasStorageLimit: usage.storageLimitBytes !== null,
        usage: async () => (await client.fetchQuery({ ...sessionQuery, staleTime: 0 })).usage,
      }),
  );
  useEffect(() => {
    uploads.open();
    return () => uploads.close();
  }, [uploads]);
  return { uploads, pickers };
}

/** Lets dialogs add files to the library through the uploads of the visit. */
export function useUploader(uploads: Uploads): Uploader {
  return useMemo(
    () => ({
      accept,
      add: (files: FileList) => uploads.add(fromInput(files)),
      subscribe: uploads.subscribe,
      snapshot: uploads.snapshot,
    }),
    [uploads],
  );
}
