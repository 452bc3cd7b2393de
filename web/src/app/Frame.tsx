import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendar, IconLayoutList, IconPhoto, IconPlus, IconSettings } from '@tabler/icons-react';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { OfflineBanner } from '@/core/live/OfflineBanner';
import { openComposer } from '@/core/posts/openComposer';
import { startAnew, whenNotOwn } from '@/core/session/member';
import { useGroup } from '@/core/session/session';
import { AccountMenu } from '@/features/accounts/AccountMenu';
import { ActionHost } from '@/features/library/actions/ActionHost';
import { readSearch } from '@/features/library/search/filters';
import { DropTarget } from '@/features/uploads/DropTarget';
import { FilePickers } from '@/features/uploads/FilePickers';
import { useLeaveWarning } from '@/features/uploads/useUploads';
import { lazyPart, loadAhead } from '@/ui/lazyPart';
import { Mark } from '@/ui/Mark';
import { useMenuButton } from '@/ui/useMenuButton';
import classes from './Frame.module.css';
import { PostsHost } from './PostsHost';
import { UploadsContext, useUploadsOfVisit } from './uploads';
import { useLive } from './useLive';
import { useOutage } from './useOutage';
import { useOverlays } from './useOverlays';

const ImportDialog = lazyPart(() => import('@/features/imports/ImportDialog'));
const MakeMenu = lazyPart(() => import('./MakeMenu'));

const pages = {
  library: { label: msg`Library`, Icon: IconPhoto },
  calendar: { label: msg`Calendar`, Icon: IconCalendar },
  posts: { label: msg`Posts`, Icon: IconLayoutList },
  settings: { label: msg`Settings`, Icon: IconSettings },
} as const;

/** What persists while pages change: the rail, the uploads, the live connection. */
export function Frame() {
  const { t } = useLingui();
  const group = useGroup();
  const navigate = useNavigate();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const { uploads, pickers } = useUploadsOfVisit();
  const lost = useLive();
  const away = useOutage();
  useLeaveWarning(uploads);
  const overlays = useOverlays();
  const [importing, setImporting] = useState(false);
  const adds = group.role !== 'viewer';
  const more = useMenuButton();

  useEffect(() => {
    const timer = setTimeout(() => void loadAhead(), 2000);
    return () => clearTimeout(timer);
  }, []);

  const showLibrary = () => void navigate({ to: '/library', search: (current) => readSearch(current) });

  useEffect(
    () =>
      whenNotOwn(() => {
        uploads.close();
        startAnew();
      }),
    [uploads],
  );
  const importFromUrl = useCallback(() => setImporting(true), []);
  const adding = useMemo(() => ({ uploads, pickers, importFromUrl }), [uploads, pickers, importFromUrl]);

  return (
    <UploadsContext value={adding}>
      <div className={classes.frame}>
        {!phone && (
          <nav className={classes.rail} aria-label={t`Main navigation`}>
            <div className={classes.group}>
              <Mark size={30} />
              <span dir="auto" title={group.name}>
                {group.name}
              </span>
            </div>
            {adds && (
              <button
                type="button"
                className={classes.new}
                aria-label={t`New post`}
                title={t`New post (n)`}
                onClick={() => openComposer({})}
              >
                <IconPlus size={22} stroke={1.75} aria-hidden="true" />
              </button>
            )}
            <PageLink page="library" />
            <PageLink page="calendar" />
            <PageLink page="posts" />
            <span className={classes.grow} />
            <PageLink page="settings" />
            <div style={{ height: 8 }} />
            <AccountMenu />
          </nav>
        )}
        <div className={classes.content}>
          {(lost || away) && <OfflineBanner database={!lost} />}
          <div className={classes.page}>
            <Outlet />
          </div>
        </div>
        {phone && (
          <nav className={classes.bottom} aria-label={t`Main navigation`}>
            <PageLink page="library" />
            <PageLink page="calendar" />
            {adds && (
              <button type="button" className={classes.add} aria-label={t`Create or add`} {...more.props}>
                <IconPlus size={24} stroke={1.75} />
              </button>
            )}
            <PageLink page="posts" />
            <PageLink page="settings" />
          </nav>
        )}
      </div>
      <FilePickers ref={pickers} uploads={uploads} onTaken={showLibrary} />
      {adds && <DropTarget uploads={uploads} groupName={group.name} onTaken={showLibrary} />}
      {more.anchor && (
        <MakeMenu
          anchor={more.anchor}
          onUpload={() => pickers.current?.chooseFiles()}
          onImport={importFromUrl}
          onClose={more.close}
        />
      )}
      {importing && <ImportDialog onStarted={showLibrary} onClose={() => setImporting(false)} />}
      <ActionHost />
      <PostsHost uploads={uploads} />
      {overlays}
    </UploadsContext>
  );
}

function PageLink({ page }: { page: keyof typeof pages }) {
  const { t } = useLingui();
  const { label, Icon } = pages[page];
  return (
    <Link to={`/${page}`} className={classes.link}>
      <Icon size={22} stroke={1.5} aria-hidden="true" />
      {t(label)}
    </Link>
  );
}
