import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { Filters } from '@/core/assets/filters';
import { surfaceName } from '@/core/posts/surfaceNames';
import { byNetwork, surfacesQuery } from '@/core/posts/surfaces';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';

interface Props {
  anchor: MenuAnchor;
  filters: Filters;
  onFilter: (change: Partial<Filters>) => void;
  onClose: () => void;
}

const usages = [
  { value: 'any', label: msg`Any usage` },
  { value: 'used', label: msg`Used in a post` },
  { value: 'unused', label: msg({ message: 'Unused', context: 'media' }) },
] as const;

export default function FilterMenu({ anchor, filters, onFilter, onClose }: Props) {
  const { t } = useLingui();
  const surfaces = useQuery(surfacesQuery);
  return (
    <AnchoredMenu
      anchor={anchor}
      label={t({ message: 'Filter', context: 'verb' })}
      width={248}
      position="bottom-end"
      onClose={onClose}
      tall
    >
      <Menu.CheckboxItem
        checked={filters.starred === true}
        onChange={(starred) => onFilter({ starred: starred || undefined })}
      >
        <Trans context="media">Starred</Trans>
      </Menu.CheckboxItem>
      <Menu.CheckboxItem
        checked={filters.origin === 'ai'}
        onChange={(ai) => onFilter({ origin: ai ? 'ai' : undefined })}
      >
        <Trans>AI-generated</Trans>
      </Menu.CheckboxItem>
      <Menu.Divider />
      <Menu.RadioGroup
        value={filters.usage ?? 'any'}
        onChange={(next) => onFilter({ usage: next === 'used' || next === 'unused' ? next : undefined })}
      >
        {usages.map(({ value, label }) => (
          <Menu.RadioItem key={value} value={value}>
            {t(label)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.RadioGroup
        value={filters.fits ?? 'any'}
        onChange={(next) => onFilter({ fits: next === 'any' ? undefined : String(next) })}
      >
        <Menu.Label>
          <Trans context="formats that a file suits">Fits</Trans>
        </Menu.Label>
        <Menu.RadioItem value="any">
          <Trans>Any format</Trans>
        </Menu.RadioItem>
        {surfaces.isPending && (
          <Menu.Item disabled>
            <Trans>Loading…</Trans>
          </Menu.Item>
        )}
        {surfaces.isError && (
          <Menu.Item closeMenuOnClick={false} onClick={() => surfaces.refetch()}>
            <Trans>Couldn’t load formats. Retry</Trans>
          </Menu.Item>
        )}
        {byNetwork(surfaces.data ?? []).map(([network, group]) => (
          <Fragment key={network}>
            <Menu.Label>{network}</Menu.Label>
            {group.map((surface) => (
              <Menu.RadioItem key={surface.key} value={surface.key} closeMenuOnClick>
                {surfaceName(surface)}
              </Menu.RadioItem>
            ))}
          </Fragment>
        ))}
      </Menu.RadioGroup>
    </AnchoredMenu>
  );
}
