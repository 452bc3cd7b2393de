import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { later } from '@/ui/later';
import { useMenuButton } from '@/ui/useMenuButton';

const ImportMenu = later(() => import('./ImportMenu'));

interface Props {
  onUrl: () => void;
  onFolder: () => void;
}

/** Every way into the library but the ordinary one. */
export function ImportButton(on: Props) {
  const { props, anchor, close } = useMenuButton();
  return (
    <>
      <Button
        {...props}
        size="sm"
        radius={10}
        variant="default"
        rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden="true" />}
      >
        Import
      </Button>
      {anchor && <ImportMenu anchor={anchor} onClose={close} {...on} />}
    </>
  );
}
