import { IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { LibrarySearch } from '@/features/library/filters';
import { LibraryPage } from '@/features/library/LibraryPage';
import { UploadBar } from '@/features/uploads/UploadBar';
import { useGroup } from '@/lib/session';
import classes from './LibraryRoute.module.css';
import { useUploadsContext } from './uploads';

export function LibraryRoute() {
  const navigate = useNavigate({ from: '/library' });
  const search = useSearch({ from: '/signed-in/library' });
  const group = useGroup();
  const { uploads, pickers } = useUploadsContext();

  const change = useCallback(
    (next: Partial<LibrarySearch>, replace: boolean) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace }),
    [navigate],
  );
  const chooseFiles = () => pickers.current?.chooseFiles();

  return (
    <LibraryPage
      search={search}
      onSearch={change}
      onUpload={chooseFiles}
      more={
        <Link to="/trash" className={classes.trash} aria-label="Trash" title="Trash">
          <IconTrash size={18} stroke={1.5} aria-hidden="true" />
        </Link>
      }
      onUploadFolder={() => pickers.current?.chooseFolder()}
      uploads={
        <UploadBar
          uploads={uploads}
          group={group.id}
          onChooseFiles={chooseFiles}
          onOpenAsset={(asset) => change({ asset, view: undefined }, false)}
        />
      }
    />
  );
}
