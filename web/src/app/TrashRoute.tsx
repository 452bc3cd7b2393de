import { Link } from '@tanstack/react-router';
import { BackIcon, TrashPage } from '@/features/library/trash/TrashPage';

export function TrashRoute() {
  return (
    <TrashPage
      back={
        <Link to="/library" aria-label="Back to the library" title="Back to the library">
          <BackIcon />
        </Link>
      }
    />
  );
}
