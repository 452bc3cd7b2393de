import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Problem } from '@/api/problem';
import type { Post } from '@/api/types';
import { showToast } from '@/ui/toast';
import { publishPost } from './queries';
import { putPost } from './refresh';

interface Props {
  postId: string;
  onPublished?: (post: Post) => void;
  onClose: () => void;
}

/** A person has published the post on its network, and says so. */
export default function PublishDialog({ postId, onPublished, onClose }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [url, setUrl] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const publish = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const post = await publishPost(postId, url.trim());
      putPost(client, post);
      onPublished?.(post);
      showToast(t`Marked as published`);
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error.message);
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={t`Mark as published`} size={440}>
      <form onSubmit={(event) => void publish(event)}>
        <Text size="sm" c="dimmed" mb="md">
          <Trans>A published post can’t be changed any more. You can always duplicate it.</Trans>
        </Text>
        <TextInput
          label={t`Link to the post (optional)`}
          type="url"
          data-autofocus
          value={url}
          error={problem}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={busy}>
            <Trans>Mark as published</Trans>
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
