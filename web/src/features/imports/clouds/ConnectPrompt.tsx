import { Button, Code } from '@mantine/core';
import type { CloudProvider } from '@/api/types';
import { useSession } from '@/core/session/session';
import classes from './CloudPicker.module.css';
import { providers } from './providers';
import { useConnect } from './queries';

interface Props {
  provider: CloudProvider;
  state: 'notConfigured' | 'notConnected' | 'ended';
  /** Why an attempt came to nothing. */
  failure: string | null;
}

/** Asks to connect with a cloud, or says that this server is not set up for it. */
export function ConnectPrompt({ provider, state, failure }: Props) {
  const { title, Icon } = providers[provider];
  const connect = useConnect(provider);
  const problem = connect.error?.message ?? failure;
  return (
    <div className={classes.door}>
      <span className={classes.emblem} aria-hidden="true">
        <Icon size={32} stroke={1.5} />
      </span>
      {state === 'notConfigured' ? (
        <NotConfigured provider={provider} />
      ) : (
        <>
          <h3 className={classes.heading}>
            {state === 'ended' ? `Connect with ${title} again` : `Connect with ${title}`}
          </h3>
          <p className={classes.text}>
            {state === 'ended'
              ? `${title} no longer lets Magpie read your files: the permission was taken back, or has run out.`
              : `Choose pictures and videos in your ${title}, and Magpie fetches them into this library. ` +
                'Magpie can read your files there and change none. Nobody else here sees them, and you can disconnect at any time.'}
          </p>
          {problem && (
            <p className={classes.failure} role="alert">
              {problem}
            </p>
          )}
          <Button
            size="md"
            data-autofocus
            loading={connect.isPending || connect.isSuccess}
            onClick={() => connect.mutate()}
          >
            Connect with {title}
          </Button>
        </>
      )}
    </div>
  );
}

function NotConfigured({ provider }: { provider: CloudProvider }) {
  const { workspace } = useSession();
  const { title, setting } = providers[provider];
  const manages = workspace.role !== 'member';
  return (
    <>
      <h3 className={classes.heading}>{title} is not set up on this server</h3>
      {manages ? (
        <div className={classes.text}>
          <p>
            Register Magpie with {title}, then give the server the client id (and the secret, where there is
            one) in its settings and start it again:
          </p>
          <Code block className={classes.code}>
            {`${setting}\n${setting.replace('ClientId', 'ClientSecret')}\nMagpie__PublicUrl=${window.location.origin}`}
          </Code>
          <p>The redirect address to register is</p>
          <Code block className={classes.code}>
            {`${window.location.origin}/api/clouds/${provider}/callback`}
          </Code>
          <p>The guide docs/guide/imports.md goes through it step by step.</p>
        </div>
      ) : (
        <p className={classes.text}>
          Ask an admin of {workspace.name}, or whoever runs Magpie, to set it up. Until then you can upload
          files or import from an address.
        </p>
      )}
    </>
  );
}
