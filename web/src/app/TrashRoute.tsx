import { useLingui } from '@lingui/react/macro';
import { TrashPage } from '@/features/library/trash/TrashPage';
import { BackLink } from './BackLink';

export function TrashRoute() {
  const { t } = useLingui();
  return <TrashPage back={<BackLink to="/library">{t`Back to library`}</BackLink>} />;
}
