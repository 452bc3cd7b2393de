import { Button, CopyButton, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Problem } from '@/api/problem';
import { useCreateToken } from './queries';
import classes from './SettingsPage.module.css';

export function CreateToken({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'read' | 'write'>('read');
  const [missing, setMissing] = useState(false);
  const create = useCreateToken();
  const problem = create.error as Problem | null;
  const nameProblem = problem?.errors.name?.[0];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') create.mutate({ name: name.trim(), scope });
  };

  if (create.data)
    return (
      <Modal opened onClose={onClose} title="Copy the token now" closeOnClickOutside={false}>
        <Text size="sm" c="dimmed">
          This is the only time it is shown. Keep it like a password.
        </Text>
        <div className={classes.token}>
          <code>{create.data.token}</code>
          <CopyButton value={create.data.token}>
            {({ copied, copy }) => (
              <Button
                size="compact-md"
                h={32}
                data-autofocus
                variant={copied ? 'light' : 'filled'}
                leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} stroke={1.5} />}
                onClick={copy}
              >
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </div>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Done
          </Button>
        </Group>
      </Modal>
    );

  return (
    <Modal opened onClose={onClose} title="New access token">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label="Name"
            description="What it is for, so that you recognise it later."
            placeholder="Backup script"
            dir="auto"
            data-autofocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={missing ? 'Give the token a name.' : nameProblem}
          />
          <Radio.Group label="It may" value={scope} onChange={(value) => setScope(value as typeof scope)}>
            <Stack gap={10} mt={8}>
              <Radio value="read" label="Read" description="See and download the library." />
              <Radio value="write" label="Read and write" description="Upload, change and delete as well." />
            </Stack>
          </Radio.Group>
          {problem && !nameProblem && (
            <Text size="sm" c="var(--danger)" role="alert">
              {problem.message}
            </Text>
          )}
          <Group justify="flex-end" gap="sm" mt={4}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
