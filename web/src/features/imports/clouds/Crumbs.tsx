import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import classes from './CloudPicker.module.css';

export interface Crumb {
  id: string;
  name: string;
}

interface Props {
  top: string;
  path: readonly Crumb[];
  search: string;
  onOpen: (path: readonly Crumb[]) => void;
}

/** Where the person is, and the way back. */
export function Crumbs({ top, path, search, onOpen }: Props) {
  const { t } = useLingui();
  return (
    <nav className={classes.crumbs} aria-label={t`Folders`}>
      <Step name={top} here={path.length === 0 && search === ''} onOpen={() => onOpen([])} />
      {path.map((crumb, index) => (
        <Fragment key={crumb.id}>
          <IconChevronRight size={14} stroke={1.5} aria-hidden="true" />
          <Step
            name={crumb.name}
            here={index === path.length - 1 && search === ''}
            onOpen={() => onOpen(path.slice(0, index + 1))}
          />
        </Fragment>
      ))}
      {search && (
        <span className={classes.found}>
          <Trans>Results for “{search}”</Trans>
        </span>
      )}
    </nav>
  );
}

function Step({ name, here, onOpen }: { name: string; here: boolean; onOpen: () => void }) {
  return (
    <button
      type="button"
      className={classes.crumb}
      aria-current={here ? 'location' : undefined}
      dir="auto"
      title={name}
      onClick={onOpen}
    >
      {name}
    </button>
  );
}
