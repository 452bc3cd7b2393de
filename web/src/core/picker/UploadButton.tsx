import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';

interface Props {
  accept: string;
  onFiles: (files: FileList) => Promise<void>;
}

export function UploadButton({ accept, onFiles }: Props) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} stroke={1.5} />}
        onClick={() => input.current?.click()}
      >
        <Trans context="verb">Upload</Trans>
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={t`Files for this post`}
        onChange={async (event) => {
          const { currentTarget } = event;
          if (currentTarget.files?.length) await onFiles(currentTarget.files);
          // So that the same file can be chosen again after it failed.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
