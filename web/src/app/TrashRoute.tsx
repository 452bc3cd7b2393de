import { TrashPage } from '@/features/library/trash/TrashPage';
import { BackLink } from './BackLink';

export function TrashRoute() {
  return <TrashPage back={<BackLink to="/library">Back to the library</BackLink>} />;
}
