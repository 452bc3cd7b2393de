import { useLingui } from '@lingui/react/macro';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './side.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The library, when there is no room for it beside the calendar. */
export default function SideDrawer({ opened, onClose, children }: Props) {
  const { t } = useLingui();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t`Library`}
      position="bottom"
      size="82%"
      closeButtonProps={{ 'aria-label': t`Close the library` }}
      classNames={{ body: classes.drawer }}
    >
      {children}
    </Drawer>
  );
}
