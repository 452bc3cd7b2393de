import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CloudProvider } from '@/api/types';
import { providerNames, providers } from './providers';
import { cloudsQuery } from './queries';

/** The clouds in the Import menu; one that the operator has not set up says so, and explains more when chosen. */
export default function CloudMenuItems({ onOpen }: { onOpen: (provider: CloudProvider) => void }) {
  const { data } = useQuery(cloudsQuery);
  return providerNames.map((provider) => {
    const { title, Icon } = providers[provider];
    const off = data?.find((cloud) => cloud.provider === provider)?.status === 'notConfigured';
    return (
      <Menu.Item
        key={provider}
        leftSection={<Icon size={17} stroke={1.5} />}
        rightSection={
          off && (
            <span style={{ color: 'var(--ink-dim)', fontSize: 'var(--text-xs)' }}>
              <Trans>Not set up</Trans>
            </span>
          )
        }
        onClick={() => onOpen(provider)}
      >
        {title}
      </Menu.Item>
    );
  });
}
