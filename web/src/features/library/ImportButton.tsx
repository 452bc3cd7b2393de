import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useMenuButton } from '@/ui/useMenuButton';

const ImportMenu = lazy(() => import('./ImportMenu'));

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
      {anchor && (
        <Suspense fallback={null}>
          <ImportMenu anchor={anchor} onClose={close} {...on} />
        </Suspense>
      )}
    </>
  );
}
