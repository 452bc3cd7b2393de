import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PostAsset, Surface } from '@/api/types';
import { CaptionCounter } from './CaptionCounter';
import classes from './Composer.module.css';
import { countText } from './captionLimits';

interface Props {
  media: PostAsset;
  surface: Surface | undefined;
  onSave: (change: Pick<PostAsset, 'altText'>) => void;
  onClose: () => void;
}

/** What is to be seen, in this post; without an own text the one of the library goes along. */
export function AltDialog({ media, surface, onSave, onClose }: Props) {
  const [text, setText] = useState(media.altText ?? media.assetAltText ?? '');
  const counted = countText(text, surface?.altText ?? null);
  const picture = media.previewUrl ?? media.thumbUrl;
  const save = () => {
    const own = text.trim();
    onSave({ altText: own === '' || own === media.assetAltText ? null : own });
  };
  return (
    <Modal opened onClose={onClose} title={`Alt text of ${media.name}`} size={520}>
      {picture && <img src={picture} alt="" className={classes.altPicture} />}
      <div className={classes.text}>
        <Textarea
          label="What is to be seen"
          description="For those who cannot see it. It belongs to this post; the text in the library stays."
          dir="auto"
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
            <CaptionCounter counted={[counted]} />
          </div>
        )}
      </div>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={save}>Save</Button>
      </Group>
    </Modal>
  );
}
