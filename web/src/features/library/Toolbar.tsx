import { Button } from '@mantine/core';
import { IconChevronDown, IconGridDots, IconLayoutGrid, IconUpload, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AssetCounts } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
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
  /** Stands at the end of the filter row, such as the way to the trash. */
  more: ReactNode;
  onFilter: (change: Partial<Filters>) => void;
  onSearch: (change: Pick<Filters, 'q' | 'label'>, replace: boolean) => void;
  onTileSize: (size: number) => void;
  /** Begins to select: a click or tap then selects instead of opening. */
  onSelect: () => void;
}

const none: readonly string[] = [];

export function Toolbar({ filters, summary, tileSize, uploadButton, more, ...on }: Props) {
  const { onFilter, onSearch, onTileSize, onSelect } = on;
  const tabs = [
    { kind: undefined, label: 'All', count: summary && summary.images + summary.videos },
    { kind: 'image', label: 'Images', count: summary?.images },
    { kind: 'video', label: 'Videos', count: summary?.videos },
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
        <div className={classes.tabs} role="group" aria-label="Kind">
          {tabs.map(({ kind, label, count }) => (
            <button
              key={label}
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
            Select
          </button>
        )}
        <div className={classes.more}>{more}</div>
        <div className={classes.size}>
          <IconGridDots size={16} stroke={1.5} aria-hidden="true" />
          <input
            type="range"
            aria-label="Size of the tiles"
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
  const { props, anchor, close } = useMenuButton();
  const chosen = statuses.find((status) => status.value === value);
  return (
    <>
      <button {...props} type="button" className={classes.tab} data-chosen={chosen && ''}>
        <span className={chosen && classes.prefix}>Status{chosen && ': '}</span>
        {chosen?.label}
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
        Filter
        <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
      </button>
      {anchor && <FilterMenu anchor={anchor} filters={filters} onFilter={onFilter} onClose={close} />}
    </>
  );
}

/** The filters that are on beside the tabs and the search. Each can be removed, and all at once. */
function ActiveFilters({ filters, onFilter }: FilterProps) {
  const surfaces = useQuery({ ...surfacesQuery, enabled: filters.fits !== undefined });
  if (!isFiltered({ ...filters, kind: undefined })) return null;
  const surface = surfaces.data?.find(({ key }) => key === filters.fits)?.name ?? filters.fits;
  const chips: [words: string | false | undefined, change: Partial<Filters>][] = [
    [filters.starred && 'Starred', { starred: undefined }],
    [filters.usage && (filters.usage === 'used' ? 'Used' : 'Unused'), { usage: undefined }],
    [filters.origin && 'AI-generated', { origin: undefined }],
    [filters.fits && `Fits ${surface}`, { fits: undefined }],
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
              aria-label={`Take away the filter ${words}`}
              onClick={() => onFilter(change)}
            >
              {words}
              <IconX size={13} stroke={2} aria-hidden="true" />
            </button>
          ),
      )}
      <button type="button" className={classes.clear} onClick={() => onFilter(noFilters)}>
        Clear filters
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
      Upload
    </Button>
  );
}
