import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconChevronDown, IconCloudDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { lazyPart } from '@/ui/lazyPart';
import { useMenuButton } from '@/ui/useMenuButton';

const ImportMenu = lazyPart(() => import('./ImportMenu'));

interface Props {
  onUrl: () => void;
  onFolder?: () => void;
  /** Menu items for the clouds; rendered only while the menu is open. */
  clouds: ReactNode;
  /** If set, shows only an icon, with this class. */
  small?: string;
}

/** Every way into the library except a plain upload. */
export function ImportButton({ small, ...on }: Props) {
  const { t } = useLingui();
  const { props, anchor, close } = useMenuButton();
  const words = t({ message: 'Import', context: 'verb' });
  return (
    <>
      {small ? (
        <button {...props} type="button" className={small} aria-label={words} title={words}>
          <IconCloudDown size={18} stroke={1.5} aria-hidden="true" />
        </button>
      ) : (
        <Button
          {...props}
          size="sm"
          radius="var(--radius-xl)"
          variant="default"
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden="true" />}
        >
          {words}
        </Button>
      )}
      {anchor && <ImportMenu anchor={anchor} onClose={close} {...on} />}
    </>
  );
}
