import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLayoutGrid, IconList, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CloudProvider } from '@/api/types';
import { useGroup } from '@/core/session/session';
import { useRememberedNumber } from '@/lib/preference';
import { ownDirection } from '@/ui/ownDirection';
import { ServerMessage } from '@/ui/ServerMessage';
import { importKeys } from '../keys';
import { CloudAccount } from './CloudAccount';
import { CloudFiles } from './CloudFiles';
import classes from './CloudPicker.module.css';
import { type Crumb, Crumbs } from './Crumbs';
import { nothingSelected } from './cloudSelection';
import { providers } from './providers';
import { filesQuery, hasLostConnection, useImportSelection } from './queries';

interface Props {
  provider: CloudProvider;
  account: string | null;
  onStarted: () => void;
}

const pauseMs = 350;

export function CloudBrowser({ provider, account, onStarted }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const client = useQueryClient();
  const { title } = providers[provider];
  const top = t(providers[provider].top);
  const [path, setPath] = useState<readonly Crumb[]>([]);
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), pauseMs);
  const [selection, setSelection] = useState(nothingSelected);
  const [asList, setAsList] = useRememberedNumber('magpie.clouds.list', 0);
  const search = text.trim() === '' ? '' : settled;
  const files = useInfiniteQuery(filesQuery(provider, { folder: path.at(-1)?.id ?? '', search }));
  const start = useImportSelection(provider, group.id, onStarted);

  const leftOut = files.data?.pages.reduce((sum, page) => sum + page.sideFiles, 0) ?? 0;
  const count = selection.size;
  const lost = hasLostConnection(files.error) || hasLostConnection(start.error);
  useEffect(() => {
    if (lost) void client.invalidateQueries({ queryKey: importKeys.clouds });
  }, [lost, client]);

  const open = (next: readonly Crumb[]) => {
    setPath(next);
    setText('');
  };
  return (
    <>
      <div className={classes.bar}>
        <TextInput
          className={classes.search}
          size="sm"
          {...ownDirection}
          type="search"
          aria-label={t`Search ${title}`}
          placeholder={t`Search all of ${title}`}
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
          maxLength={200}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionIcon
          title={asList ? t`Show as grid` : t`Show as list`}
          aria-label={asList ? t`Show as grid` : t`Show as list`}
          onClick={() => setAsList(asList ? 0 : 1)}
        >
          {asList ? <IconLayoutGrid size={18} stroke={1.5} /> : <IconList size={18} stroke={1.5} />}
        </ActionIcon>
        <CloudAccount provider={provider} account={account} />
      </div>
      <Crumbs top={top} path={path} search={search} onOpen={open} />
      <CloudFiles
        files={files}
        folder={path.at(-1)?.name ?? top}
        search={search}
        asList={asList === 1}
        selection={selection}
        onSelection={setSelection}
        onOpen={(entry) => open(search ? [entry] : [...path, entry])}
      />
      <div className={classes.foot}>
        <p
          className={classes.note}
          data-failed={start.isError || undefined}
          role={start.isError ? 'alert' : undefined}
        >
          {start.error ? (
            <ServerMessage>{start.error.message}</ServerMessage>
          ) : (
            <>
              <Trans>Shows folders, JPEG, PNG, WebP, GIF, MP4, MOV and WebM.</Trans>
              {leftOut > 0 && (
                <>
                  {' '}
                  <Plural value={leftOut} one="# side file skipped." other="# side files skipped." />
                </>
              )}
            </>
          )}
        </p>
        {count > 0 && (
          <Button variant="default" onClick={() => setSelection(nothingSelected)}>
            <Trans>Clear</Trans>
          </Button>
        )}
        <Button disabled={count === 0} loading={start.isPending} onClick={() => start.mutate(selection)}>
          {count === 0 ? (
            <Trans context="verb">Import</Trans>
          ) : (
            <Plural value={count} one="Import # file" other="Import # files" />
          )}
        </Button>
      </div>
    </>
  );
}
