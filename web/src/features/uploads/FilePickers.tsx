import { useLingui } from '@lingui/react/macro';
import { type ChangeEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { accept } from './accept';
import { fromInput } from './files';
import type { Uploads } from './Uploads';

export interface FilePickersHandle {
  chooseFiles: () => void;
  chooseFolder: () => void;
}

/** The browser's own dialogs for files and for a folder. */
export function FilePickers({
  uploads,
  ref,
  onTaken,
}: {
  uploads: Uploads;
  ref: Ref<FilePickersHandle>;
  onTaken: () => void;
}) {
  const { t } = useLingui();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({
    chooseFiles: () => files.current?.click(),
    chooseFolder: () => folder.current?.click(),
  }));
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const { files: chosen } = event.currentTarget;
    if (chosen?.length) {
      onTaken();
      void uploads.add(fromInput(chosen));
    }
    // So that the same file can be chosen again after it failed.
    event.currentTarget.value = '';
  };
  return (
    <div hidden>
      <input
        ref={files}
        type="file"
        multiple
        accept={accept}
        onChange={take}
        aria-label={t`Files to upload`}
      />
      <input
        ref={folder}
        type="file"
        multiple
        {...wholeFolder}
        onChange={take}
        aria-label={t`Folder to upload`}
      />
    </div>
  );
}

/** Every browser supports this attribute, but no standard has it, so React's types lack it. */
const wholeFolder = { webkitdirectory: '' };
