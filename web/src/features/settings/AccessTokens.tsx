import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Token } from '@/api/types';
import { formatDate } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CreateToken } from './CreateToken';
import { EndButton, ListCard } from './ListCard';
import { tokensQuery, useRevokeToken } from './queries';
import classes from './SettingsPage.module.css';

export function AccessTokens() {
  const tokens = useQuery(tokensQuery);
  const revoke = useRevokeToken();
  const [creating, setCreating] = useState(false);
  const [doomed, setDoomed] = useState<Token | null>(null);
  const [asking, setAsking] = useState(false);

  return (
    <section className={classes.section} aria-labelledby="tokens">
      <div className={classes.head}>
        <div>
          <h2 id="tokens">Access tokens</h2>
          <p>
            For scripts and other programs that work with your library in your name.{' '}
            <a href="/docs" target="_blank" rel="noreferrer">
              What they can do
            </a>
          </p>
        </div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => setCreating(true)}
        >
          New token
        </Button>
      </div>
      <ListCard list={tokens} none={tokens.data?.items.length === 0 && 'No tokens yet.'}>
        {tokens.data?.items.map((token) => (
          <div className={classes.row} key={token.id}>
            <IconKey size={18} stroke={1.5} aria-hidden="true" />
            <div className={classes.what}>
              <div className={classes.name} dir="auto">
                {token.name}
              </div>
              <div className={classes.meta}>
                Created {formatDate(token.createdAt)} ·{' '}
                {token.lastUsedAt ? `last used ${formatDate(token.lastUsedAt)}` : 'never used'}
              </div>
            </div>
            <span className={classes.scope}>{token.scope === 'write' ? 'Read and write' : 'Read'}</span>
            <EndButton
              aria-label={`Revoke ${token.name}`}
              onClick={() => {
                revoke.reset();
                setDoomed(token);
                setAsking(true);
              }}
            >
              Revoke
            </EndButton>
          </div>
        ))}
      </ListCard>
      {creating && <CreateToken onClose={() => setCreating(false)} />}
      <ConfirmDialog
        opened={asking}
        title={`Revoke the token ${doomed?.name ?? ''}?`}
        confirm="Revoke"
        busy={revoke.isPending}
        error={revoke.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => doomed && revoke.mutate(doomed.id, { onSuccess: () => setAsking(false) })}
      >
        Programs that use it are refused from now on. This can’t be undone.
      </ConfirmDialog>
    </section>
  );
}
