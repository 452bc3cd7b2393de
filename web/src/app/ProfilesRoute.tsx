import { ProfilesPage } from '@/features/profiles/ProfilesPage';
import { BackLink } from './BackLink';
import { useUploader, useUploadsContext } from './uploads';

export function ProfilesRoute() {
  const uploader = useUploader(useUploadsContext().uploads);
  return <ProfilesPage uploader={uploader} back={<BackLink to="/settings">Back to the settings</BackLink>} />;
}
