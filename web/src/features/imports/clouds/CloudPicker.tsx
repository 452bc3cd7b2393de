import { useLingui } from '@lingui/react/macro';
import { Loader, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CloudProvider } from '@/api/types';
import { useDelayed } from '@/lib/useDelayed';
import { CloudBrowser } from './CloudBrowser';
import classes from './CloudPicker.module.css';
import { ConnectPrompt } from './ConnectPrompt';
import { sentenceOf } from './outcomes';
import { providers } from './providers';
import { cloudsQuery } from './queries';

interface Props {
  provider: CloudProvider;
  /** How connecting ended, if the person has just come back from it. */
  outcome: string | undefined;
  onClose: () => void;
}

/** Chooses files in Dropbox or Google Drive; the import bar shows what becomes of them. */
export default function CloudPicker({ provider, outcome, onClose }: Props) {
  const { t } = useLingui();
  const { title } = providers[provider];
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const [opened, setOpened] = useState(true);
  const clouds = useQuery({ ...cloudsQuery, staleTime: 0 });
  const cloud = clouds.data?.find((one) => one.provider === provider);
  const waiting = useDelayed(clouds.isPending);
  const close = () => setOpened(false);
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      title={t`Import from ${title}`}
      size={980}
      fullScreen={phone}
      radius={phone ? 0 : undefined}
      closeButtonProps={{ 'aria-label': t`Close` }}
      classNames={{ content: classes.content, header: classes.header, body: classes.body }}
      styles={{ title: { fontWeight: 600, fontSize: 'var(--text-2xl)' } }}
    >
      {cloud?.status === 'connected' ? (
        <CloudBrowser provider={provider} account={cloud.account} onStarted={close} />
      ) : cloud ? (
        <ConnectPrompt provider={provider} state={cloud.status} failure={sentenceOf(outcome, title)} />
      ) : (
        <div className={classes.connect}>
          {clouds.isError ? (
            <p className={classes.failure} role="alert">
              {clouds.error.message}
            </p>
          ) : (
            waiting && <Loader aria-label={t`Loading ${title}`} />
          )}
        </div>
      )}
    </Modal>
  );
}
