import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PostAsset, Surface } from '@/api/types';
import { ownDirection } from '@/ui/ownDirection';
import { CaptionCounter } from './CaptionCounter';
import classes from './Composer.module.css';
import { countText } from './captionLimits';

interface Props {
  media: PostAsset;
  surface: Surface | undefined;
  onSave: (change: Pick<PostAsset, 'altText'>) => void;
  onClose: () => void;
}

/** The alt text of an item in this post; without one, the library's is used. */
export function AltDialog({ media, surface, onSave, onClose }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(media.altText ?? media.assetAltText ?? '');
  const counted = countText(text, surface?.altText ?? null);
  const picture = media.previewUrl ?? media.thumbUrl;
  const { name } = media;
  const save = () => {
    const own = text.trim();
    onSave({ altText: own === '' || own === media.assetAltText ? null : own });
  };
  return (
    <Modal opened onClose={onClose} title={t`Alt text for ${name}`} size={520}>
      {picture && <img src={picture} alt="" className={classes.altPicture} />}
      <div className={classes.text}>
        <Textarea
          label={t`Alt text`}
          description={t`Describe it for people who can’t see it. This only changes the post, not the library.`}
          {...ownDirection}
          autosize
          minRows={3}
          maxRows={8}
          data-autofocus
          value={text}
          error={counted?.level === 'over'}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            save();
          }}
        />
        {counted && (
          <div className={classes.below}>
            <CaptionCounter counted={[counted]} network={null} />
          </div>
        )}
      </div>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button onClick={save}>
          <Trans>Save</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
