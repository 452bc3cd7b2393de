import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { LabelsPage } from '@/features/library/labels/LabelsPage';

export function LabelsRoute() {
  const navigate = useNavigate();
  return (
    <LabelsPage
      back={
        <Link to="/settings" aria-label="Back to the settings" title="Back to the settings">
          <IconArrowLeft size={20} stroke={1.5} aria-hidden="true" />
        </Link>
      }
      onLabel={(name) => void navigate({ to: '/library', search: { label: [name] } })}
    />
  );
}
