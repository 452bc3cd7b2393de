import { useLingui } from '@lingui/react/macro';
import { ProfilesPage } from '@/features/profiles/ProfilesPage';
import { BackLink } from './BackLink';
import { useUploader, useUploadsContext } from './uploads';

export function ProfilesRoute() {
  const { t } = useLingui();
  const uploader = useUploader(useUploadsContext().uploads);
  return (
    <ProfilesPage uploader={uploader} back={<BackLink to="/settings">{t`Back to settings`}</BackLink>} />
  );
}
