import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Asset } from '@/api/types';
import { download } from '@/core/assets/asset';
import { useGroup } from '@/core/session/session';
import { useRememberedNumber } from '@/lib/preference';
import { useDelayed } from '@/lib/useDelayed';
import { LoadFailed } from '@/ui/LoadFailed';
import { lazyPart } from '@/ui/lazyPart';
import { Main } from '@/ui/Main';
import { showToast } from '@/ui/toast';
import { openDialog } from './actions/openDialog';
import { SelectionBar } from './actions/SelectionBar';
import { targetFor, targetOfAsset, targetOfSelection } from './actions/targets';
import { useShortcuts } from './actions/useShortcuts';
import { EmptyLibrary } from './EmptyLibrary';
import { Grid } from './grid/Grid';
import { GridSkeleton } from './grid/GridSkeleton';
import { tileSizes } from './grid/tileSize';
import { ImportButton } from './ImportButton';
import classes from './LibraryPage.module.css';
import { filtersOf, isFiltered, type LibrarySearch, noFilters } from './search/filters';
import { NothingFound } from './search/NothingFound';
import { countOf } from './selection/selection';
import { useSelection } from './selection/selectionStore';
import { useSelectionKeys } from './selection/useSelectionKeys';
import { Toolbar, UploadButton } from './Toolbar';
import { focusTile, useRestoreFocus } from './useRestoreFocus';
import { assetOf, type Range } from './view/libraryView';
import { useRetryAsset, useStarAsset } from './view/queries';
import { useLibrary } from './view/useLibrary';
import { useOpenPlace } from './view/useOpenPlace';

// Loaded when somebody opens it, so it is not part of the first load.
const AssetMenu = lazyPart(() => import('./actions/AssetMenu'));
const AssetSheet = lazyPart(() => import('./sheet/AssetSheet'));
const Viewer = lazyPart(() => import('./viewer/Viewer'));

interface MenuSpot {
  asset: Asset;
  x: number;
  y: number;
}

interface Props {
  search: LibrarySearch;
  /** Changes the address; `replace` leaves no step for the Back button. */
  onSearch: (change: Partial<LibrarySearch>, replace: boolean) => void;
  /** Shows what is in progress. Gets true once the library has loaded; nothing else should be fetched before that. */
  uploads: (found: boolean) => ReactNode;
  /** Shown at the end of the filter row. */
  more: ReactNode;
  onUpload: () => void;
  onUploadFolder: () => void;
  onImport: () => void;
  /** Items of the Import menu for the clouds. */
  clouds: ReactNode;
}

export function LibraryPage({
  search,
  onSearch,
  uploads,
  more,
  onUpload,
  onUploadFolder,
  onImport,
  clouds,
}: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const groupName = group.name;
  const filters = useMemo(() => filtersOf(search), [search]);
  const { query, view, scope, look, assetAt } = useLibrary(filters, group.id);
  const [tileSize, setTileSize] = useRememberedNumber(tileSizes.key, tileSizes.usual);
  const [spot, setSpot] = useState<MenuSpot | null>(null);
  const retry = useRetryAsset();
  const star = useStarAsset();
  const { selection, selecting, start, clear } = useSelection();
  const waiting = useDelayed(query.isPending);
  const fromSheet = useRef(false);

  const total = view?.summary.total ?? 0;
  const openIndex = useOpenPlace(view, search.asset, look);
  const known = search.asset ? assetOf(view, search.asset) : undefined;
  const full = search.view === 'full';
  useSelectionKeys(filters, total, search.asset !== undefined);

  const close = useCallback(() => onSearch({ asset: undefined, view: undefined }, false), [onSearch]);

  useRestoreFocus(search.asset, full, close);

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
  const selected = useMemo(
    () => (selecting && countOf(selection) > 0 ? targetOfSelection(selection, group.id) : null),
    [selecting, selection, group.id],
  );

  // If the asset in the sheet disappears, the sheet moves on to the next one.
  const forget = (ids: ReadonlySet<string>) => {
    if (!search.asset || !ids.has(search.asset)) return;
    const next = view?.items.get(openIndex + 1) ?? view?.items.get(openIndex - 1);
    onSearch({ asset: next?.id, view: next && search.view }, true);
  };
  const askToDelete = (asset: Asset) => {
    const target = targetFor(asset, selecting ? selection : null, group.id);
    const bytes = target.kind === 'ids' && target.ids.length === 1 ? asset.bytes : undefined;
    const named = bytes === undefined ? target : targetOfAsset(asset);
    openDialog({ kind: 'delete', target: named, bytes, onDeleted: forget });
  };

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

  useShortcuts({
    selected,
    open: search.asset ? known : undefined,
    find: (id) => assetOf(view, id),
    onDelete: askToDelete,
  });

  return (
    <Main className={classes.page}>
      <h1 style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
        <Trans>{groupName} library</Trans>
      </h1>
      {selecting ? (
        <SelectionBar selection={selection} onClear={clear} />
      ) : (
        <Toolbar
          filters={filters}
          summary={view?.summary}
          tileSize={tileSize}
          uploadButton={
            group.role !== 'viewer' && (
              <>
                <ImportButton onUrl={onImport} onFolder={onUploadFolder} clouds={clouds} />
                <UploadButton onUpload={onUpload} />
              </>
            )
          }
          more={more}
          onFilter={(change) => onSearch(change, false)}
          onSearch={onSearch}
          onTileSize={setTileSize}
          onSelect={start}
        />
      )}
      {uploads(!query.isPending)}

      {query.isError && !view ? (
        <div className={classes.message}>
          <LoadFailed
            title={t`Couldn’t load the library`}
            error={query.error}
            retrying={query.isFetching}
            onRetry={() => void query.refetch()}
          />
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
          onMenu={openMenu}
        />
      ) : isFiltered(filters) ? (
        <div className={classes.message}>
          <NothingFound filters={filters} onClear={() => onSearch(noFilters, false)} />
        </div>
      ) : (
        <EmptyLibrary onUpload={onUpload} onUploadFolder={onUploadFolder} onImport={onImport} />
      )}
      {spot && (
        <AssetMenu
          {...spot}
          target={targetFor(spot.asset, selecting ? selection : null, group.id)}
          onClose={closeMenu}
          {...actions}
        />
      )}
      {search.asset && !full && (
        <AssetSheet
          id={search.asset}
          known={known}
          onPrevious={move(openIndex - 1)}
          onNext={move(openIndex + 1)}
          onClose={close}
          onLabel={(name) => onSearch({ ...noFilters, label: [name], asset: undefined }, false)}
          {...actions}
        />
      )}
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
    </Main>
  );
}
