import { Button } from '@mantine/core';
import { IconCloudOff, IconRefresh, IconSearchOff } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Asset } from '@/api/types';
import { hasLayerOnTop } from '@/lib/keyboard';
import { useRememberedNumber } from '@/lib/preference';
import { useGroup } from '@/lib/session';
import { useDelayed } from '@/lib/useDelayed';
import { Sentence } from '@/ui/Sentence';
import { showToast } from '@/ui/toast';
import { download } from './assets';
import { EmptyLibrary } from './EmptyLibrary';
import { describeFilters, filtersOf, isFiltered, type LibrarySearch } from './filters';
import { Grid } from './Grid';
import { GridSkeleton } from './GridSkeleton';
import classes from './LibraryPage.module.css';
import { useRetryAsset, useStarAsset } from './queries';
import { SelectionBar } from './SelectionBar';
import { useSelection } from './selecting';
import { announcementOf } from './selection';
import { assetOf, type Range } from './sparse';
import { Toolbar, UploadButton } from './Toolbar';
import { useLibrary } from './useLibrary';
import { useOpenPlace } from './useOpenPlace';
import { useSelectionKeys } from './useSelectionKeys';

// What opens only when somebody asks for it is not part of the first load.
const AssetMenu = lazy(() => import('./AssetMenu'));
const AssetSheet = lazy(() => import('./AssetSheet'));
const DeleteDialog = lazy(() => import('./DeleteDialog'));
const Viewer = lazy(() => import('./Viewer'));

interface MenuSpot {
  asset: Asset;
  x: number;
  y: number;
}

interface Props {
  search: LibrarySearch;
  /** Changes the address; `replace` leaves no step for the Back button. */
  onSearch: (change: Partial<LibrarySearch>, replace: boolean) => void;
  uploads: ReactNode;
  onUpload: () => void;
  onUploadFolder: () => void;
}

export function LibraryPage({ search, onSearch, uploads, onUpload, onUploadFolder }: Props) {
  const group = useGroup();
  const filters = filtersOf(search);
  const { query, view, scope, look, assetAt } = useLibrary(filters, group.id);
  const [tileSize, setTileSize] = useRememberedNumber('magpie-tile-size', 180);
  const [spot, setSpot] = useState<MenuSpot | null>(null);
  const [doomed, setDoomed] = useState<Asset | null>(null);
  const [askedOnce, setAskedOnce] = useState(false);
  const retry = useRetryAsset();
  const star = useStarAsset();
  const { selection, selecting, clear } = useSelection();
  const waiting = useDelayed(query.isPending);
  const fromSheet = useRef(false);
  const focusAfterDialog = useRef<string | null>(null);

  const total = view?.summary.total ?? 0;
  const openIndex = useOpenPlace(view, search.asset, look);
  const known = search.asset ? assetOf(view, search.asset) : undefined;
  const full = search.view === 'full';
  useSelectionKeys(filters, total, search.asset !== undefined);

  const close = useCallback(() => onSearch({ asset: undefined, view: undefined }, false), [onSearch]);

  // However the sheet or the viewer was left (Escape, ✕, Back), the keyboard goes on from that tile.
  const wasOpen = useRef(search.asset);
  useEffect(() => {
    if (wasOpen.current && !search.asset) focusTile(wasOpen.current);
    wasOpen.current = search.asset;
  }, [search.asset]);

  useEffect(() => {
    if (!search.asset || full) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !menuOrDialogOpen()) close();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [search.asset, full, close]);

  const open = useCallback(
    (asset: Asset) => onSearch({ asset: asset.id }, search.asset !== undefined),
    [onSearch, search.asset],
  );
  const show = useCallback(
    (asset: Asset) => {
      fromSheet.current = search.asset === asset.id;
      onSearch({ asset: asset.id, view: 'full' }, false);
    },
    [onSearch, search.asset],
  );
  const openMenu = useCallback((asset: Asset, x: number, y: number) => setSpot({ asset, x, y }), []);
  const askToDelete = useCallback((asset: Asset) => {
    setAskedOnce(true);
    setDoomed(asset);
  }, []);
  const closeMenu = () => {
    if (spot) focusTile(spot.asset.id);
    setSpot(null);
  };
  const move = (index: number) =>
    openIndex < 0 || index < 0 || index >= total
      ? undefined
      : () =>
          assetAt(index).then(
            (asset) => asset && onSearch({ asset: asset.id }, true),
            (error: Error) => showToast(error.message, true),
          );
  const searchFor = useCallback((q: string) => onSearch({ q: q || undefined }, true), [onSearch]);

  const actions = {
    onView: show,
    onDownload: download,
    onDelete: askToDelete,
    onRetry: (asset: Asset) =>
      retry.mutate(asset.id, {
        onError: (error) => showToast(error.message, true),
      }),
  };
  const { mutate: changeStar } = star;
  const toggleStar = useCallback(
    (asset: Asset) => changeStar(asset, { onError: (error) => showToast(error.message, true) }),
    [changeStar],
  );
  const lookAtGrid = useCallback((range: Range) => look('grid', range), [look]);

  const forget = (asset: Asset) => {
    const index = view?.indexes.get(asset.id) ?? -1;
    const next = view?.items.get(index + 1) ?? view?.items.get(index - 1);
    focusAfterDialog.current = next?.id ?? null;
    if (search.asset === asset.id) onSearch({ asset: next?.id, view: next && search.view }, true);
    setDoomed(null);
    showToast(`*${asset.name}* was deleted.`);
  };

  return (
    <main className={classes.page}>
      <h1 style={{ position: 'absolute', clipPath: 'inset(50%)' }}>Library of {group.name}</h1>
      <output className={classes.spoken}>{selecting ? announcementOf(selection) : ''}</output>
      {selecting && <SelectionBar selection={selection} onClear={clear} />}
      <div className={classes.top} inert={selecting}>
        <Toolbar
          filters={filters}
          summary={view?.summary}
          tileSize={tileSize}
          uploadButton={<UploadButton onUpload={onUpload} />}
          onFilter={(change) => onSearch(change, false)}
          onSearch={searchFor}
          onTileSize={setTileSize}
        />
      </div>
      {uploads}

      {query.isError && !view ? (
        <div className={classes.message}>
          <Sentence
            alert
            icon={<IconCloudOff size={28} stroke={1.5} />}
            title="The library could not be loaded"
            actions={
              <Button
                leftSection={<IconRefresh size={16} />}
                loading={query.isFetching}
                onClick={() => query.refetch()}
              >
                Retry
              </Button>
            }
          >
            {query.error.message}
          </Sentence>
        </div>
      ) : !view ? (
        waiting ? (
          <GridSkeleton tileSize={tileSize} />
        ) : (
          <div className={classes.message} />
        )
      ) : total > 0 ? (
        <Grid
          view={view}
          scope={scope}
          identity={JSON.stringify(query.isPlaceholderData ? null : filters)}
          tileSize={tileSize}
          openId={search.asset}
          menuId={spot?.asset.id}
          onLook={lookAtGrid}
          onStar={toggleStar}
          onOpen={open}
          onView={show}
          onDelete={askToDelete}
          onMenu={openMenu}
        />
      ) : isFiltered(filters) ? (
        <div className={classes.message}>
          <Sentence
            icon={<IconSearchOff size={28} stroke={1.5} />}
            title={describeFilters(filters)}
            actions={
              <Button
                variant="default"
                onClick={() => onSearch({ kind: undefined, status: undefined, q: undefined }, false)}
              >
                Clear filters
              </Button>
            }
          >
            Nothing in {group.name} matches all of this.
          </Sentence>
        </div>
      ) : (
        <EmptyLibrary onUpload={onUpload} onUploadFolder={onUploadFolder} />
      )}

      <Suspense fallback={null}>
        {spot && <AssetMenu {...spot} onClose={closeMenu} {...actions} />}
        {search.asset && !full && (
          <AssetSheet
            id={search.asset}
            known={known}
            onPrevious={move(openIndex - 1)}
            onNext={move(openIndex + 1)}
            onClose={close}
            {...actions}
          />
        )}
      </Suspense>
      <Suspense fallback={null}>
        {search.asset && full && (
          <Viewer
            items={view?.items}
            total={total}
            index={openIndex}
            id={search.asset}
            onShow={(asset) => onSearch({ asset: asset.id, view: 'full' }, true)}
            onStar={toggleStar}
            assetAt={assetAt}
            onInfo={() => onSearch({ view: undefined }, true)}
            onClose={() => (fromSheet.current ? onSearch({ view: undefined }, true) : close())}
          />
        )}
        {askedOnce && (
          <DeleteDialog
            asset={doomed}
            groupName={group.name}
            onDeleted={forget}
            onClose={() => {
              focusAfterDialog.current = doomed?.id ?? null;
              setDoomed(null);
            }}
            onExited={() => focusAfterDialog.current && focusTile(focusAfterDialog.current)}
          />
        )}
      </Suspense>
    </main>
  );
}

/** Back to where the person came from: the tile, or the sheet when that is still open. */
function focusTile(id: string): void {
  requestAnimationFrame(() => {
    const sheet = document.querySelector<HTMLElement>('[data-sheet]');
    const tile = document.querySelector<HTMLElement>(`[data-asset="${CSS.escape(id)}"]`);
    (sheet ?? tile ?? document.querySelector<HTMLElement>('[data-grid] [tabindex="0"]'))?.focus({
      preventScroll: true,
    });
  });
}

function menuOrDialogOpen(): boolean {
  return hasLayerOnTop() && document.querySelector('[data-sheet][aria-modal="true"]') === null;
}
