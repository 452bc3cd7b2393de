import { Outlet } from '@tanstack/react-router';
import { PageNews } from './PageNews';
import { SkipLink } from './SkipLink';

/** Around every page, signed in or not. */
export function Root() {
  return (
    <>
      <SkipLink />
      <Outlet />
      <PageNews />
    </>
  );
}
