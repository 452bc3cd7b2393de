import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import type { Filters } from '@/core/assets/filters';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';
import { statuses } from './filters';

interface Props {
  anchor: MenuAnchor;
  value: Filters['status'];
  onChange: (status: Filters['status']) => void;
  onClose: () => void;
}

export default function StatusMenu({ anchor, value, onChange, onClose }: Props) {
  const { t } = useLingui();
  return (
    <AnchoredMenu anchor={anchor} label={t`Status`} width={180} position="bottom-end" onClose={onClose}>
      <Menu.RadioGroup
        value={value ?? 'any'}
        onChange={(next) => onChange(statuses.find((status) => status.value === next)?.value)}
      >
        <Menu.RadioItem value="any" closeMenuOnClick>
          <Trans>Any status</Trans>
        </Menu.RadioItem>
        <Menu.Divider />
        {statuses.map((status) => (
          <Menu.RadioItem key={status.value} value={status.value} closeMenuOnClick>
            {t(status.label)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </AnchoredMenu>
  );
}
