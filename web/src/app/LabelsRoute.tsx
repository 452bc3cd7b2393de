import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { LabelsPage } from '@/features/library/labels/LabelsPage';
import { BackLink } from './BackLink';

export function LabelsRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <LabelsPage
      back={<BackLink to="/settings">{t`Back to settings`}</BackLink>}
      onLabel={(name) => void navigate({ to: '/library', search: { label: [name] } })}
    />
  );
}
