import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './BackLink.module.css';

/** The back arrow before a page title. */
export function BackLink({ to, children }: { to: LinkProps['to']; children: string }) {
  return (
    <Link to={to} className={classes.back} aria-label={children} title={children}>
      <IconArrowLeft size={20} stroke={1.5} aria-hidden="true" />
    </Link>
  );
}
