import { Button, Group, Modal, Text } from '@mantine/core';
import { closeComposer } from '@/core/posts/openComposer';
import { useGroup } from '@/core/session/session';

/** A post needs a profile to appear on; without one there is only this to do. */
export function NoProfile({ onNewProfile }: { onNewProfile: () => void }) {
  const mayMake = useGroup().role === 'editor';
  return (
    <Modal opened onClose={closeComposer} title="Add a profile first">
      <Text size="sm" c="dimmed">
        A post is planned on a profile: one account on one network, such as @yourteam on Instagram.{' '}
        {mayMake
          ? 'Magpie asks for no password; it only plans and reminds.'
          : 'Ask an editor of the group to add one.'}
      </Text>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={closeComposer}>
          {mayMake ? 'Cancel' : 'Close'}
        </Button>
        {mayMake && (
          <Button data-autofocus onClick={onNewProfile}>
            Add a profile
          </Button>
        )}
      </Group>
    </Modal>
  );
}
