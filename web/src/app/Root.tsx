import { Outlet } from '@tanstack/react-router';
import { PageNews } from './PageNews';
import { SkipLink } from './SkipLink';

/** Wraps every page, signed in or not. */
export function Root() {
  return (
    <>
      <SkipLink />
      <Outlet />
      <PageNews />
    </>
  );
}
