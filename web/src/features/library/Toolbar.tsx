import { Button } from '@mantine/core';
import { IconChevronDown, IconGridDots, IconLayoutGrid, IconUpload } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import type { AssetSummary } from '@/api/types';
import { formatCount } from '@/lib/format';
import { useMenuButton } from '@/ui/useMenuButton';
import { type Filters, statuses } from './filters';
import { SearchBox } from './SearchBox';
import classes from './Toolbar.module.css';

const StatusMenu = lazy(() => import('./StatusMenu'));

interface Props {
  filters: Filters;
  summary: AssetSummary | undefined;
  tileSize: number;
  uploadButton: ReactNode;
  onFilter: (change: Partial<Filters>) => void;
  onSearch: (text: string) => void;
  onTileSize: (size: number) => void;
}

export const smallestTile = 120;
export const largestTile = 320;

export function Toolbar({ filters, summary, tileSize, uploadButton, onFilter, onSearch, onTileSize }: Props) {
  const tabs = [
    { kind: undefined, label: 'All', count: summary && summary.images + summary.videos },
    { kind: 'image', label: 'Images', count: summary?.images },
    { kind: 'video', label: 'Videos', count: summary?.videos },
  ] as const;
  return (
    <>
      <div className={classes.bar}>
        <div className={classes.search}>
          <SearchBox value={filters.q ?? ''} onSearch={onSearch} />
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
        <span className={classes.grow} />
        <StatusFilter value={filters.status} onChange={(status) => onFilter({ status })} />
        <div className={classes.size}>
          <IconGridDots size={16} stroke={1.5} aria-hidden="true" />
          <input
            type="range"
            aria-label="Size of the tiles"
            min={smallestTile}
            max={largestTile}
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
        {chosen ? `Status: ${chosen.label}` : 'Status'}
        <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
      </button>
      {anchor && (
        <Suspense fallback={null}>
          <StatusMenu anchor={anchor} value={value} onChange={onChange} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

export function UploadButton({ onUpload }: { onUpload: () => void }) {
  return (
    <Button size="sm" radius={10} leftSection={<IconUpload size={17} stroke={1.75} />} onClick={onUpload}>
      Upload
    </Button>
  );
}
