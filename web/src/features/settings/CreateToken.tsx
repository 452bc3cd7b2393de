import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CopyButton, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Problem } from '@/api/problem';
import { ownDirection } from '@/ui/ownDirection';
import { useCreateToken } from './queries';
import classes from './SettingsPage.module.css';

export function CreateToken({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
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
      <Modal opened onClose={onClose} title={t`Copy your token now`} closeOnClickOutside={false}>
        <Text size="sm" c="dimmed">
          <Trans>You won’t see it again. Keep it as safe as a password.</Trans>
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
                {copied ? t`Copied` : t({ message: 'Copy', context: 'verb' })}
              </Button>
            )}
          </CopyButton>
        </div>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </Group>
      </Modal>
    );

  return (
    <Modal opened onClose={onClose} title={t`New access token`}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t`Name`}
            description={t`What it’s for, so you recognise it later.`}
            placeholder={t`Backup script`}
            {...ownDirection}
            data-autofocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={missing ? t`Enter a name.` : nameProblem}
          />
          <Radio.Group
            label={t({ message: 'Access', context: 'what a token may' })}
            value={scope}
            onChange={(value) => setScope(value as typeof scope)}
          >
            <Stack gap={10} mt={8}>
              <Radio
                value="read"
                label={t({ message: 'Read', context: 'what a token may' })}
                description={t`View and download files.`}
              />
              <Radio
                value="write"
                label={t`Read and write`}
                description={t`Upload, change and delete too.`}
              />
            </Stack>
          </Radio.Group>
          {problem && !nameProblem && (
            <Text size="sm" c="var(--danger)" role="alert">
              {problem.message}
            </Text>
          )}
          <Group justify="flex-end" gap="sm" mt={4}>
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={create.isPending}>
              <Trans>Create</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
