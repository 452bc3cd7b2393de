import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useGroup } from '@/core/session/session';
import { ownDirection } from '@/ui/ownDirection';
import { ServerMessage } from '@/ui/ServerMessage';
import { addressesIn, faultOf } from './addresses';
import { Probed } from './Probed';
import { probeQuery, useStartImports } from './queries';

interface Props {
  onStarted: () => void;
  onClose: () => void;
}

const pauseMs = 350;

/** A single address is probed before it is imported; of several only the syntax is checked here, and the bar shows the rest. */
export default function ImportDialog({ onStarted, onClose }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const [opened, setOpened] = useState(true);
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const close = () => setOpened(false);
  const start = useStartImports(group.id, () => {
    onStarted();
    close();
  });

  const addresses = addressesIn(text);
  const single = addresses.length === 1 ? addresses[0] : undefined;
  const [settled] = useDebouncedValue(text, pauseMs);
  const faults = settled === text ? addresses.map(faultOf).filter((fault) => fault !== null) : [];
  const looks = single !== undefined && settled === text && faults.length === 0;
  const probe = useQuery({ ...probeQuery(group.id, single ?? ''), enabled: looks });
  const fault = faults[0] ?? (looks ? probe.error?.message : undefined) ?? start.error?.message;
  const count = addresses.length;
  const otherFaults = faults.length - 1;
  const ready =
    count > 0 && addresses.every((address) => faultOf(address) === null) && !(looks && probe.isError);

  const submit = () => {
    if (ready && !start.isPending)
      start.mutate({ urls: addresses, name: single && name.trim() ? name.trim() : null });
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      title={t`Import from URL`}
      size={520}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Textarea
            label={t`Links`}
            description={t`One per line. Links must be public, use https and need no sign-in.`}
            attributes={{ input: { dir: 'ltr' } }}
            // untranslated: it is a sample
            placeholder="https://"
            autosize
            minRows={2}
            maxRows={8}
            data-autofocus
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            inputMode="url"
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              start.reset();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              submit();
            }}
          />
          {single !== undefined && !fault && (
            <Probed pending={!looks || probe.isPending} file={looks ? probe.data : undefined} />
          )}
          {single !== undefined && !fault && (
            <TextInput
              label={t`Name`}
              size="sm"
              {...ownDirection}
              placeholder={(looks && probe.data?.fileName) || t`Keep the file’s name`}
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          {fault && (
            <Text size="sm" c="var(--danger)" role="alert" style={{ overflowWrap: 'anywhere' }}>
              <ServerMessage>{fault}</ServerMessage>
              {otherFaults > 0 && (
                <>
                  {' '}
                  <Plural
                    value={otherFaults}
                    one="# more line has a problem."
                    other="# more lines have a problem."
                  />
                </>
              )}
            </Text>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" disabled={!ready} loading={start.isPending}>
              {count > 1 ? (
                <Plural value={count} one="Import # file" other="Import # files" />
              ) : (
                <Trans context="verb">Import</Trans>
              )}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
