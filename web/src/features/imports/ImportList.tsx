import type { Import } from '@/api/types';
import { TransferList } from '@/ui/TransferList';
import { ImportLine } from './ImportLine';

interface Props {
  items: readonly Import[];
  onOpenAsset: (id: string) => void;
  onDrop: (id: string) => void;
  onRetry: (id: string) => void;
}

/** The files of the bar, with what can be done about each. */
export default function ImportList({ items, onOpenAsset, onDrop, onRetry }: Props) {
  return (
    <TransferList items={items}>
      {(item) => (
        <ImportLine
          item={item}
          onOpenAsset={onOpenAsset}
          onDrop={() => onDrop(item.id)}
          onRetry={() => onRetry(item.id)}
        />
      )}
    </TransferList>
  );
}
