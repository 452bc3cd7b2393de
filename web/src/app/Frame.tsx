import { useMediaQuery } from '@mantine/hooks';
import { IconPhoto, IconPlus, IconSettings } from '@tabler/icons-react';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AccountMenu } from '@/features/accounts/AccountMenu';
import { OfflineBanner } from '@/features/events/OfflineBanner';
import { ActionHost } from '@/features/library/ActionHost';
import { DropTarget } from '@/features/uploads/DropTarget';
import { FilePickers } from '@/features/uploads/FilePickers';
import { useLeaveWarning } from '@/features/uploads/useUploads';
import { useGroup } from '@/lib/session';
import { later, loadAhead } from '@/ui/later';
import { Mark } from '@/ui/Mark';
import classes from './Frame.module.css';
import { UploadsContext, useUploadsOfVisit } from './uploads';
import { useLive } from './useLive';
import { useOverlays } from './useOverlays';

const ImportDialog = later(() => import('@/features/imports/ImportDialog'));

const icon = { size: 22, stroke: 1.5, 'aria-hidden': true } as const;

/** What stays while pages change: the rail, the uploads, the live connection. */
export function Frame() {
  const group = useGroup();
  const navigate = useNavigate();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const { uploads, pickers } = useUploadsOfVisit();
  const lost = useLive(uploads);
  useLeaveWarning(uploads);
  const overlays = useOverlays();
  const [importing, setImporting] = useState(false);
  const adds = group.role !== 'viewer';

  useEffect(() => {
    const timer = setTimeout(loadAhead, 2000);
    return () => clearTimeout(timer);
  }, []);

  const showLibrary = () => void navigate({ to: '/library', search: (current) => current });
  const signedOut = () => void navigate({ to: '/sign-in' });

  return (
    <UploadsContext value={{ uploads, pickers, importFromUrl: () => setImporting(true) }}>
      <div className={classes.frame}>
        {!phone && (
          <nav className={classes.rail} aria-label="Main">
            <div className={classes.group}>
              <Mark size={30} />
              <span title={group.name}>{group.name}</span>
            </div>
            <Link to="/library" className={classes.link}>
              <IconPhoto {...icon} />
              Library
            </Link>
            <span className={classes.grow} />
            <Link to="/settings" className={classes.link}>
              <IconSettings {...icon} />
              Settings
            </Link>
            <div style={{ height: 8 }} />
            <AccountMenu onSignedOut={signedOut} />
          </nav>
        )}
        <div className={classes.content}>
          {lost && <OfflineBanner />}
          <div className={classes.page}>
            <Outlet />
          </div>
        </div>
        {phone && (
          <nav className={classes.bottom} aria-label="Main">
            <Link to="/library" className={classes.link}>
              <IconPhoto {...icon} />
              Library
            </Link>
            {adds && (
              <button
                type="button"
                className={classes.add}
                aria-label="Upload"
                onClick={() => pickers.current?.chooseFiles()}
              >
                <IconPlus size={24} stroke={1.75} />
              </button>
            )}
            <Link to="/settings" className={classes.link}>
              <IconSettings {...icon} />
              Settings
            </Link>
          </nav>
        )}
      </div>
      <FilePickers ref={pickers} uploads={uploads} onTaken={showLibrary} />
      {adds && <DropTarget uploads={uploads} groupName={group.name} onTaken={showLibrary} />}
      {importing && <ImportDialog onStarted={showLibrary} onClose={() => setImporting(false)} />}
      <ActionHost />
      {overlays}
    </UploadsContext>
  );
}
