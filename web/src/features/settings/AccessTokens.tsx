import { Trans, useLingui } from '@lingui/react/macro';
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
  const { t } = useLingui();
  const tokens = useQuery(tokensQuery);
  const revoke = useRevokeToken();
  const [creating, setCreating] = useState(false);
  const [doomed, setDoomed] = useState<Token | null>(null);
  const [asking, setAsking] = useState(false);
  const name = doomed?.name ?? '';
  const revokeOf = ({ name }: Token) => t`Revoke ${name}`;

  return (
    <section className={classes.section} aria-labelledby="tokens">
      <div className={classes.head}>
        <div>
          <h2 id="tokens">
            <Trans>Access tokens</Trans>
          </h2>
          <p>
            <Trans>
              Let scripts and apps use your library.{' '}
              <a href="/docs" target="_blank" rel="noreferrer">
                What they can do
              </a>
            </Trans>
          </p>
        </div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => setCreating(true)}
        >
          <Trans>New token</Trans>
        </Button>
      </div>
      <ListCard list={tokens} none={tokens.data?.items.length === 0 && t`No tokens yet`}>
        {tokens.data?.items.map((token) => (
          <div className={classes.row} key={token.id}>
            <IconKey size={18} stroke={1.5} aria-hidden="true" />
            <div className={classes.what}>
              <div className={classes.name} dir="auto">
                {token.name}
              </div>
              <div className={classes.meta}>
                <Facts token={token} />
              </div>
            </div>
            <span className={classes.scope}>
              {token.scope === 'write'
                ? t`Read and write`
                : t({ message: 'Read', context: 'what a token may' })}
            </span>
            <EndButton
              aria-label={revokeOf(token)}
              onClick={() => {
                revoke.reset();
                setDoomed(token);
                setAsking(true);
              }}
            >
              {t`Revoke`}
            </EndButton>
          </div>
        ))}
      </ListCard>
      {creating && <CreateToken onClose={() => setCreating(false)} />}
      <ConfirmDialog
        opened={asking}
        title={t`Revoke ${name}?`}
        confirm={t`Revoke`}
        busy={revoke.isPending}
        error={revoke.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => doomed && revoke.mutate(doomed.id, { onSuccess: () => setAsking(false) })}
      >
        <Trans>Scripts and apps that use it will stop working. This can’t be undone.</Trans>
      </ConfirmDialog>
    </section>
  );
}

function Facts({ token: { createdAt, lastUsedAt } }: { token: Token }) {
  const created = formatDate(createdAt);
  const used = lastUsedAt && formatDate(lastUsedAt);
  return used ? (
    <Trans>
      Created {created} · last used {used}
    </Trans>
  ) : (
    <Trans>Created {created} · never used</Trans>
  );
}
