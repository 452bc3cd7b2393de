import { IconLink, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { LibrarySearch } from '@/features/library/filters';
import { LibraryPage } from '@/features/library/LibraryPage';
import { UploadBar } from '@/features/uploads/UploadBar';
import { useGroup } from '@/lib/session';
import { later } from '@/ui/later';
import classes from './LibraryRoute.module.css';
import { useUploadsContext } from './uploads';

const ImportBar = later(() => import('@/features/imports/ImportBar'));

export function LibraryRoute() {
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
  const openAsset = (asset: string) => change({ asset, view: undefined }, false);

  return (
    <LibraryPage
      search={search}
      onSearch={change}
      onUpload={chooseFiles}
      more={
        <>
          {group.role !== 'viewer' && (
            <button
              type="button"
              className={`${classes.trash} ${classes.phone}`}
              aria-label="Import from URL"
              title="Import from URL"
              onClick={importFromUrl}
            >
              <IconLink size={18} stroke={1.5} aria-hidden="true" />
            </button>
          )}
          <Link to="/trash" className={classes.trash} aria-label="Trash" title="Trash">
            <IconTrash size={18} stroke={1.5} aria-hidden="true" />
          </Link>
        </>
      }
      onUploadFolder={() => pickers.current?.chooseFolder()}
      onImport={importFromUrl}
      uploads={
        <>
          <UploadBar uploads={uploads} group={group.id} onChooseFiles={chooseFiles} onOpenAsset={openAsset} />
          <ImportBar group={group.id} onOpenAsset={openAsset} />
        </>
      }
    />
  );
}
