import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import type { Label } from '@/api/types';
import { cleanLabel } from '@/core/labels/labelNames';
import { useRenameLabel } from '@/core/labels/queries';
import { plural } from '@/lib/format';

interface Props {
  label: Label;
  onClose: () => void;
}

/** Renames a label. If another label has the new name already, it offers to merge the two. */
export function RenameLabel({ label, onClose }: Props) {
  const [name, setName] = useState(label.name);
  const rename = useRenameLabel();
  const taken = rename.error instanceof Problem && rename.error.rule === 'label-exists' ? rename.error : null;
  const clean = cleanLabel(name);

  const save = (merge: boolean) =>
    rename.mutate({ id: label.id, name: clean, merge }, { onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={`Rename ${label.name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (clean !== '') save(false);
        }}
      >
        <TextInput
          label="Name"
          data-autofocus
          dir="auto"
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
            There is a label “{clean}” already, on {plural(taken.number('count') ?? 0, 'item', 'items')}.
            Merging puts it on the {plural(label.count, 'item', 'items')} of “{label.name}” too. This can’t be
            undone.
          </Text>
        )}
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          {taken ? (
            <Button loading={rename.isPending} onClick={() => save(true)}>
              Merge the two
            </Button>
          ) : (
            <Button type="submit" disabled={clean === '' || clean === label.name} loading={rename.isPending}>
              Rename
            </Button>
          )}
        </Group>
      </form>
    </Modal>
  );
}
