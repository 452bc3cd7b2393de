import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Text } from '@mantine/core';
import { closeComposer } from '@/core/posts/openComposer';
import { useGroup } from '@/core/session/session';

/** Shown while there is no profile, because a post needs one to appear on. */
export function NoProfile({ onNewProfile }: { onNewProfile: () => void }) {
  const { t } = useLingui();
  const mayMake = useGroup().role === 'editor';
  return (
    <Modal opened onClose={closeComposer} title={t`Add a profile first`}>
      <Text size="sm" c="dimmed">
        <Trans>
          Every post belongs to a profile: one account on one network, such as <bdi>@yourteam</bdi> on
          Instagram.
        </Trans>{' '}
        {mayMake ? (
          <Trans>No password needed: Magpie plans posts and reminds you to publish.</Trans>
        ) : (
          <Trans>Ask an editor to add one.</Trans>
        )}
      </Text>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={closeComposer}>
          {mayMake ? <Trans>Cancel</Trans> : <Trans>Close</Trans>}
        </Button>
        {mayMake && (
          <Button data-autofocus onClick={onNewProfile}>
            <Trans>Add a profile</Trans>
          </Button>
        )}
      </Group>
    </Modal>
  );
}
