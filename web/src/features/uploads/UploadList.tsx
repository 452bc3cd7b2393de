import { TransferList } from '@/ui/TransferList';
import type { UploadItem } from './queue';
import { UploadLine } from './UploadLine';
import type { Uploads } from './Uploads';

interface Props {
  items: readonly UploadItem[];
  uploads: Uploads;
  onOpenAsset: (id: string) => void;
}

/** The files of the bar, with what can be done about each. */
export default function UploadList({ items, ...rest }: Props) {
  return <TransferList items={items}>{(item) => <UploadLine item={item} {...rest} />}</TransferList>;
}
