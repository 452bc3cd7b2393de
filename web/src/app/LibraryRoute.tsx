import { useLingui } from '@lingui/react/macro';
import { IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useGroup } from '@/core/session/session';
import { ImportBar } from '@/features/imports/ImportBar';
import { ImportButton } from '@/features/library/ImportButton';
import { LibraryPage } from '@/features/library/LibraryPage';
import type { LibrarySearch } from '@/features/library/search/filters';
import { UploadBar } from '@/features/uploads/UploadBar';
import { lazyPart } from '@/ui/lazyPart';
import classes from './LibraryRoute.module.css';
import { useUploadsContext } from './uploads';

const CloudMenuItems = lazyPart(() => import('@/features/imports/clouds/CloudMenuItems'));
const CloudPicker = lazyPart(() => import('@/features/imports/clouds/CloudPicker'));

export function LibraryRoute() {
  const { t } = useLingui();
  const navigate = useNavigate({ from: '/library' });
  const search = useSearch({ from: '/signed-in/library' });
  const group = useGroup();
  const { uploads, pickers, importFromUrl } = useUploadsContext();

  const change = useCallback(
    (next: Partial<LibrarySearch>, replace: boolean) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace }),
    [navigate],
  );
  const chooseFiles = () => pickers.current?.chooseFiles();
  const openAsset = useCallback((asset: string) => change({ asset, view: undefined }, false), [change]);

  const clouds = (
    <CloudMenuItems onOpen={(provider) => change({ import: provider, outcome: undefined }, false)} />
  );
  const adds = group.role !== 'viewer';

  return (
    <>
      <LibraryPage
        search={search}
        onSearch={change}
        onUpload={chooseFiles}
        more={
          <>
            {adds && (
              <ImportButton
                small={`${classes.trash} ${classes.phone}`}
                onUrl={importFromUrl}
                clouds={clouds}
              />
            )}
            <Link to="/trash" className={classes.trash} aria-label={t`Trash`} title={t`Trash`}>
              <IconTrash size={18} stroke={1.5} aria-hidden="true" />
            </Link>
          </>
        }
        onUploadFolder={() => pickers.current?.chooseFolder()}
        onImport={importFromUrl}
        clouds={clouds}
        uploads={(found) => (
          <>
            <UploadBar
              uploads={uploads}
              group={group.id}
              onChooseFiles={chooseFiles}
              onOpenAsset={openAsset}
            />
            {found && <ImportBar group={group.id} onOpenAsset={openAsset} />}
          </>
        )}
      />
      {adds && search.import && (
        <CloudPicker
          key={search.import}
          provider={search.import}
          outcome={search.outcome}
          onClose={() => change({ import: undefined, outcome: undefined }, true)}
        />
      )}
    </>
  );
}
