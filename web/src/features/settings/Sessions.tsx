import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignedInBrowser } from '@/api/types';
import { formatDate, formatDateTime } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { EndButton, ListCard } from './ListCard';
import { sessionsQuery, useEndSession } from './queries';
import classes from './SettingsPage.module.css';

/** One session, or all others. */
type Doomed = SignedInBrowser | 'others';

export function Sessions() {
  const { t } = useLingui();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const [doomed, setDoomed] = useState<Doomed>('others');
  const [asking, setAsking] = useState(false);
  const items = sessions.data?.items ?? [];
  const nameOf = ({ device }: SignedInBrowser) => {
    // The server's words are English: "Chrome on Linux".
    const [, browser, system] = /^(.+) on (.+)$/.exec(device) ?? [];
    return browser && system ? t`${browser} on ${system}` : device;
  };
  const device = doomed === 'others' ? '' : nameOf(doomed);
  const signOutOf = (session: SignedInBrowser) => {
    const device = nameOf(session);
    return t`Sign out ${device}`;
  };

  const ask = (about: Doomed) => {
    end.reset();
    setDoomed(about);
    setAsking(true);
  };

  return (
    <section className={classes.section} aria-labelledby="sessions">
      <div className={classes.head}>
        <div>
          <h2 id="sessions">
            <Trans>Where you’re signed in</Trans>
          </h2>
          <p>
            <Trans>Sign out any browser you don’t recognise.</Trans>
          </p>
        </div>
        {items.length > 1 && (
          <Button variant="default" onClick={() => ask('others')}>
            <Trans>Sign out all others</Trans>
          </Button>
        )}
      </div>
      <ListCard list={sessions} none={false}>
        {items.map((session) => (
          <div className={classes.row} key={session.id}>
            {/iPhone|iPad|Android/.test(session.device) ? (
              <IconDeviceMobile size={18} stroke={1.5} aria-hidden="true" />
            ) : (
              <IconDeviceDesktop size={18} stroke={1.5} aria-hidden="true" />
            )}
            <div className={classes.what}>
              <div className={classes.name}>{nameOf(session)}</div>
              <div className={classes.meta}>
                <Details session={session} />
              </div>
            </div>
            {session.isCurrent ? (
              <span className={classes.scope}>
                <Trans>This browser</Trans>
              </span>
            ) : (
              <EndButton aria-label={signOutOf(session)} onClick={() => ask(session)}>
                {t`Sign out`}
              </EndButton>
            )}
          </div>
        ))}
      </ListCard>
      <ConfirmDialog
        opened={asking}
        title={doomed === 'others' ? t`Sign out all other browsers?` : t`Sign out ${device}?`}
        confirm={doomed === 'others' ? t`Sign out all others` : t`Sign out`}
        busy={end.isPending}
        error={end.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          end.mutate(doomed === 'others' ? null : doomed.id, { onSuccess: () => setAsking(false) })
        }
      >
        {doomed === 'others' ? (
          <Trans>You’ll stay signed in here. Access tokens keep working.</Trans>
        ) : (
          <Trans>Uploads there will stop. You can resume them after signing in again.</Trans>
        )}
      </ConfirmDialog>
    </section>
  );
}

function Details({ session }: { session: SignedInBrowser }) {
  const { t } = useLingui();
  const { address, createdAt, lastSeenAt, origin, isCurrent } = session;
  const began = formatDate(createdAt);
  const seen = formatDateTime(lastSeenAt);
  return (
    <>
      {address !== '' && (
        <>
          <bdi>{address}</bdi>
          {' · '}
        </>
      )}
      {origin === 'setup' ? t`Set up Magpie ${began}` : t`Signed in ${began}`}
      {' · '}
      {isCurrent ? t`active now` : t`last active ${seen}`}
    </>
  );
}
