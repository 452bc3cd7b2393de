import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import type { Profile } from '@/api/types';
import { postKeys } from '@/core/live/keys';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { openComposer } from '@/core/posts/openComposer';
import { duplicatePost } from '@/core/posts/queries';
import { refreshLists } from '@/core/posts/refresh';
import { showToast } from '@/ui/toast';
import type { ComposerState } from './useComposer';

interface Props {
  composer: ComposerState;
  profiles: readonly Profile[];
  onClose: () => void;
}

/** Copies the post to other profiles. From then on each copy has its own caption, crop and time. */
export function DuplicateDialog({ composer, profiles, onClose }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { current, fields, close } = composer;
  const here = current?.profileId ?? '';
  const [chosen, setChosen] = useState<string[]>(profiles.length === 1 ? [here] : []);
  const [keepsTime, setKeepsTime] = useState(fields.time !== null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const duplicate = async () => {
    setBusy(true);
    setProblem(null);
    try {
      if (!(await current?.draft.save()) || !current?.post)
        throw new Problem('unsaved', t`Save this post first.`, 0);
      const copies = await duplicatePost(current.post.id, chosen, keepsTime);
      for (const copy of copies) client.setQueryData(postKeys.post(copy.id), copy);
      void refreshLists(client);
      onClose();
      const [first] = copies;
      const open = first && {
        label: copies.length === 1 ? t`Open draft` : t`Open first draft`,
        run: () => void close().then(() => openComposer({ postId: first.id })),
      };
      const count = copies.length;
      const words = plural(count, { one: '# draft created', other: '# drafts created' });
      showToast(words, false, open);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={t`Duplicate to other profiles`}>
      <Stack gap="md">
        <Checkbox.Group label={t`Create drafts for`} value={chosen} onChange={setChosen}>
          <Stack gap={12} mt={10}>
            {profiles.map((profile) => {
              const network = networks[profile.network].title;
              return (
                <Checkbox
                  key={profile.id}
                  value={profile.id}
                  label={<bdi>{nameOfProfile(profile)}</bdi>}
                  description={profile.id === here ? t`${network} (again)` : network}
                />
              );
            })}
          </Stack>
        </Checkbox.Group>
        {fields.time && (
          <Checkbox
            label={t`At the same local time`}
            checked={keepsTime}
            onChange={(event) => setKeepsTime(event.currentTarget.checked)}
          />
        )}
        {problem && (
          <Text size="sm" c="var(--danger)" role="alert">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button disabled={chosen.length === 0} loading={busy} onClick={() => void duplicate()}>
            <Trans context="verb">Duplicate</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
