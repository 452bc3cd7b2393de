import { Trans } from '@lingui/react/macro';
import { Button, Code } from '@mantine/core';
import type { CloudProvider } from '@/api/types';
import { useSession } from '@/core/session/session';
import classes from './CloudPicker.module.css';
import { providers } from './providers';
import { useConnect } from './queries';

interface Props {
  provider: CloudProvider;
  state: 'notConfigured' | 'notConnected' | 'ended';
  /** Why an attempt to connect failed. */
  failure: string | null;
}

/** Asks the person to connect a cloud, or says that this server is not set up for it. */
export function ConnectPrompt({ provider, state, failure }: Props) {
  const { title, Icon } = providers[provider];
  const connect = useConnect(provider);
  const problem = connect.error?.message ?? failure;
  return (
    <div className={classes.connect}>
      <span className={classes.emblem} aria-hidden="true">
        <Icon size={32} stroke={1.5} />
      </span>
      {state === 'notConfigured' ? (
        <NotConfigured provider={provider} />
      ) : (
        <>
          <h3 className={classes.heading}>
            {state === 'ended' ? <Trans>Reconnect {title}</Trans> : <Trans>Connect {title}</Trans>}
          </h3>
          <p className={classes.text}>
            {state === 'ended' ? (
              <Trans>
                Magpie can’t read your {title} files anymore. Its access was removed or has expired.
              </Trans>
            ) : (
              <Trans>
                Import photos and videos from your {title}. Magpie can read your files but can’t change them.
                Nobody else here sees them, and you can disconnect at any time.
              </Trans>
            )}
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
            {state === 'ended' ? <Trans>Reconnect {title}</Trans> : <Trans>Connect {title}</Trans>}
          </Button>
        </>
      )}
    </div>
  );
}

function NotConfigured({ provider }: { provider: CloudProvider }) {
  const { workspace } = useSession();
  const { title, setting } = providers[provider];
  const team = workspace.name;
  const manages = workspace.role !== 'member';
  return (
    <>
      <h3 className={classes.heading}>
        <Trans>{title} isn’t set up on this server</Trans>
      </h3>
      {manages ? (
        <div className={classes.text}>
          <p>
            <Trans>
              Register Magpie with {title}, add the client ID (and the secret, if there is one) to the
              server’s settings, then restart it:
            </Trans>
          </p>
          <Code block className={classes.code}>
            {/* untranslated: settings of the server */}
            {`${setting}\n${setting.replace('ClientId', 'ClientSecret')}\nMagpie__PublicUrl=${window.location.origin}`}
          </Code>
          <p>
            <Trans>Register this redirect address:</Trans>
          </p>
          <Code block className={classes.code}>
            {/* untranslated: an address */}
            {`${window.location.origin}/api/clouds/${provider}/callback`}
          </Code>
          <p>
            <Trans>For step-by-step instructions, see docs/guide/imports.md.</Trans>
          </p>
        </div>
      ) : (
        <p className={classes.text}>
          <Trans>
            Ask an admin of {team}, or whoever runs Magpie, to set it up. Until then, you can upload files or
            import from a URL.
          </Trans>
        </p>
      )}
    </>
  );
}
