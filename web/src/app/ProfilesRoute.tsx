import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ProfilesPage } from '@/features/profiles/ProfilesPage';
import { useUploader, useUploadsContext } from './uploads';

export function ProfilesRoute() {
  const uploader = useUploader(useUploadsContext().uploads);
  return (
    <ProfilesPage
      uploader={uploader}
      back={
        <Link to="/settings" aria-label="Back to the settings" title="Back to the settings">
          <IconArrowLeft size={20} stroke={1.5} aria-hidden="true" />
        </Link>
      }
    />
  );
}
