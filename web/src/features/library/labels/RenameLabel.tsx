import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import type { Label } from '@/api/types';
import { cleanLabel } from '@/core/labels/labelNames';
import { useRenameLabel } from '@/core/labels/queries';
import { ownDirection } from '@/ui/ownDirection';

interface Props {
  label: Label;
  onClose: () => void;
}

/** Renames a label. If another label already has the new name, offers to merge the two. */
export function RenameLabel({ label, onClose }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(label.name);
  const rename = useRenameLabel();
  const taken = rename.error instanceof Problem && rename.error.rule === 'label-exists' ? rename.error : null;
  const clean = cleanLabel(name);
  const { name: oldName, count } = label;
  const takenCount = taken?.number('count') ?? 0;

  const save = (merge: boolean) =>
    rename.mutate({ id: label.id, name: clean, merge }, { onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={t`Rename ${oldName}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (clean !== '') save(false);
        }}
      >
        <TextInput
          label={t`Name`}
          data-autofocus
          {...ownDirection}
          maxLength={60}
          value={name}
          error={taken ? undefined : rename.error?.message}
          onChange={(event) => {
            setName(event.currentTarget.value);
            if (rename.isError) rename.reset();
          }}
        />
        {taken && (
          <Text size="sm" mt="sm" role="alert">
            <Trans>
              “{clean}” is already used on <Plural value={takenCount} one="# item" other="# items" />. Merging
              also adds it to <Plural value={count} one="# item" other="# items" /> labelled “{oldName}”. This
              can’t be undone.
            </Trans>
          </Text>
        )}
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {taken ? (
            <Button loading={rename.isPending} onClick={() => save(true)}>
              <Trans>Merge labels</Trans>
            </Button>
          ) : (
            <Button type="submit" disabled={clean === '' || clean === label.name} loading={rename.isPending}>
              <Trans>Rename</Trans>
            </Button>
          )}
        </Group>
      </form>
    </Modal>
  );
}
