import { useLingui } from '@lingui/react/macro';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';
import { EntryItems } from './AssetMenu';
import type { Entry } from './entries';

interface Props {
  anchor: MenuAnchor;
  entries: readonly Entry[];
  onClose: () => void;
}

export default function SelectionMenu({ anchor, entries, onClose }: Props) {
  const { t } = useLingui();
  return (
    <AnchoredMenu anchor={anchor} label={t`More actions`} width={228} position="bottom-end" onClose={onClose}>
      <EntryItems entries={entries} />
    </AnchoredMenu>
  );
}
