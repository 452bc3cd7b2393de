import { useNavigate } from '@tanstack/react-router';
import { LabelsPage } from '@/features/library/labels/LabelsPage';
import { BackLink } from './BackLink';

export function LabelsRoute() {
  const navigate = useNavigate();
  return (
    <LabelsPage
      back={<BackLink to="/settings">Back to the settings</BackLink>}
      onLabel={(name) => void navigate({ to: '/library', search: { label: [name] } })}
    />
  );
}
