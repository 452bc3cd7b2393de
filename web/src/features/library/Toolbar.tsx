import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconChevronDown, IconGridDots, IconLayoutGrid, IconUpload, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AssetCounts } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import { surfaceName } from '@/core/posts/surfaceNames';
import { surfacesQuery } from '@/core/posts/surfaces';
import { formatCount } from '@/lib/format';
import { lazyPart } from '@/ui/lazyPart';
import { useMenuButton } from '@/ui/useMenuButton';
import { tileSizes } from './grid/tileSize';
import { isFiltered, noFilters, statuses } from './search/filters';
import { SearchBox } from './search/SearchBox';
import classes from './Toolbar.module.css';

const FilterMenu = lazyPart(() => import('./search/FilterMenu'));
const StatusMenu = lazyPart(() => import('./search/StatusMenu'));

interface Props {
  filters: Filters;
  summary: AssetCounts | undefined;
  tileSize: number;
  uploadButton: ReactNode;
  /** Shown at the end of the filter row, such as the link to the trash. */
  more: ReactNode;
  onFilter: (change: Partial<Filters>) => void;
  onSearch: (change: Pick<Filters, 'q' | 'label'>, replace: boolean) => void;
  onTileSize: (size: number) => void;
  /** Starts selecting: a click or tap then selects instead of opening. */
  onSelect: () => void;
}

const none: readonly string[] = [];

export function Toolbar({ filters, summary, tileSize, uploadButton, more, ...on }: Props) {
  const { t } = useLingui();
  const { onFilter, onSearch, onTileSize, onSelect } = on;
  const tabs = [
    {
      kind: undefined,
      label: t({ message: 'All', context: 'media' }),
      count: summary && summary.images + summary.videos,
    },
    { kind: 'image', label: t`Images`, count: summary?.images },
    { kind: 'video', label: t`Videos`, count: summary?.videos },
  ] as const;
  return (
    <>
      <div className={classes.bar}>
        <div className={classes.search}>
          <SearchBox text={filters.q ?? ''} labels={filters.label ?? none} onChange={onSearch} />
        </div>
        <span className={classes.grow} />
        <div className={classes.upload}>{uploadButton}</div>
      </div>
      <div className={classes.filters}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are switches over the grid. */}
        <div className={classes.tabs} role="group" aria-label={t`File type`}>
          {tabs.map(({ kind, label, count }) => (
            <button
              key={kind ?? 'all'}
              type="button"
              className={classes.tab}
              aria-pressed={filters.kind === kind}
              onClick={() => onFilter({ kind })}
            >
              {label} {count !== undefined && <small>{formatCount(count)}</small>}
            </button>
          ))}
        </div>
        <ActiveFilters filters={filters} onFilter={onFilter} />
        <span className={classes.grow} />
        <StatusFilter value={filters.status} onChange={(status) => onFilter({ status })} />
        <MoreFilters filters={filters} onFilter={onFilter} />
        {summary !== undefined && summary.total > 0 && (
          <button type="button" className={classes.tab} onClick={onSelect}>
            <Trans context="begin to select several">Select</Trans>
          </button>
        )}
        <div className={classes.more}>{more}</div>
        <div className={classes.size}>
          <IconGridDots size={16} stroke={1.5} aria-hidden="true" />
          <input
            type="range"
            aria-label={t`Tile size`}
            min={tileSizes.smallest}
            max={tileSizes.largest}
            step={20}
            value={tileSize}
            onChange={(event) => onTileSize(event.currentTarget.valueAsNumber)}
          />
          <IconLayoutGrid size={18} stroke={1.5} aria-hidden="true" />
        </div>
      </div>
    </>
  );
}

interface StatusFilterProps {
  value: Filters['status'];
  onChange: (status: Filters['status']) => void;
}

function StatusFilter({ value, onChange }: StatusFilterProps) {
  const { t } = useLingui();
  const { props, anchor, close } = useMenuButton();
  const chosen = statuses.find((status) => status.value === value);
  const name = chosen && t(chosen.label);
  return (
    <>
      <button {...props} type="button" className={classes.tab} data-chosen={chosen && ''}>
        {name === undefined ? (
          <Trans>Status</Trans>
        ) : (
          <Trans>
            <span className={classes.prefix}>Status: </span>
            {name}
          </Trans>
        )}
        <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
      </button>
      {anchor && <StatusMenu anchor={anchor} value={value} onChange={onChange} onClose={close} />}
    </>
  );
}

interface FilterProps {
  filters: Filters;
  onFilter: (change: Partial<Filters>) => void;
}

function MoreFilters({ filters, onFilter }: FilterProps) {
  const { props, anchor, close } = useMenuButton();
  const chosen = filters.starred || filters.usage || filters.origin || filters.fits;
  return (
    <>
      <button {...props} type="button" className={classes.tab} data-chosen={chosen ? '' : undefined}>
        <Trans context="verb">Filter</Trans>
        <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
      </button>
      {anchor && <FilterMenu anchor={anchor} filters={filters} onFilter={onFilter} onClose={close} />}
    </>
  );
}

/** The active filters other than the tabs and the search. Each can be removed, or all at once. */
function ActiveFilters({ filters, onFilter }: FilterProps) {
  const { t } = useLingui();
  const surfaces = useQuery({ ...surfacesQuery, enabled: filters.fits !== undefined });
  if (!isFiltered({ ...filters, kind: undefined })) return null;
  const found = surfaces.data?.find(({ key }) => key === filters.fits);
  const surface = found && surfaceName(found);
  const chips: [words: string | false | undefined, change: Partial<Filters>][] = [
    [filters.starred && t({ message: 'Starred', context: 'media' }), { starred: undefined }],
    [
      filters.usage &&
        (filters.usage === 'used'
          ? t({ message: 'Used', context: 'media' })
          : t({ message: 'Unused', context: 'media' })),
      { usage: undefined },
    ],
    [filters.origin && t`AI-generated`, { origin: undefined }],
    [filters.fits && (surface ? t`Fits ${surface}` : t`Fits a format`), { fits: undefined }],
  ];
  return (
    <>
      {chips.map(
        ([words, change]) =>
          words && (
            <button
              key={words}
              type="button"
              className={classes.chip}
              aria-label={t`Remove filter ${words}`}
              onClick={() => onFilter(change)}
            >
              {words}
              <IconX size={13} stroke={2} aria-hidden="true" />
            </button>
          ),
      )}
      <button type="button" className={classes.clear} onClick={() => onFilter(noFilters)}>
        <Trans>Clear filters</Trans>
      </button>
    </>
  );
}

export function UploadButton({ onUpload }: { onUpload: () => void }) {
  return (
    <Button
      size="sm"
      radius="var(--radius-xl)"
      leftSection={<IconUpload size={17} stroke={1.75} />}
      onClick={onUpload}
    >
      <Trans context="verb">Upload</Trans>
    </Button>
  );
}
