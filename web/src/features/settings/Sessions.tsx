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

/** One of them, or all others. */
type Doomed = SignedInBrowser | 'others';

export function Sessions() {
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const [doomed, setDoomed] = useState<Doomed>('others');
  const [asking, setAsking] = useState(false);
  const items = sessions.data?.items ?? [];

  const ask = (about: Doomed) => {
    end.reset();
    setDoomed(about);
    setAsking(true);
  };

  return (
    <section className={classes.section} aria-labelledby="sessions">
      <div className={classes.head}>
        <div>
          <h2 id="sessions">Where you’re signed in</h2>
          <p>Sign out any browser you don’t recognise.</p>
        </div>
        {items.length > 1 && (
          <Button variant="default" onClick={() => ask('others')}>
            Sign out all others
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
              <div className={classes.name}>{session.device}</div>
              <div className={classes.meta}>{detailsOf(session)}</div>
            </div>
            {session.isCurrent ? (
              <span className={classes.scope}>This browser</span>
            ) : (
              <EndButton aria-label={`Sign out ${session.device}`} onClick={() => ask(session)}>
                Sign out
              </EndButton>
            )}
          </div>
        ))}
      </ListCard>
      <ConfirmDialog
        opened={asking}
        title={doomed === 'others' ? 'Sign out all other browsers?' : `Sign out ${doomed.device}?`}
        confirm={doomed === 'others' ? 'Sign out all others' : 'Sign out'}
        busy={end.isPending}
        error={end.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          end.mutate(doomed === 'others' ? null : doomed.id, { onSuccess: () => setAsking(false) })
        }
      >
        {doomed === 'others'
          ? 'You stay signed in here. Access tokens keep working.'
          : 'Uploads running there stop. They can be resumed after signing in again.'}
      </ConfirmDialog>
    </section>
  );
}

function detailsOf({ address, createdAt, lastSeenAt, origin, isCurrent }: SignedInBrowser): string {
  const began = `${origin === 'setup' ? 'Set up Magpie' : 'Signed in'} ${formatDate(createdAt)}`;
  const seen = isCurrent ? 'active now' : `last active ${formatDateTime(lastSeenAt)}`;
  return [address, began, seen].filter((part) => part !== '').join(' · ');
}
