import { useState } from 'react';
import type { Import } from '@/api/types';
import { refusalOr } from '@/api/words';
import { formatBytes, formatCount, formatMegabytes, plural } from '@/lib/format';
import { lazyPart } from '@/ui/lazyPart';
import { Spoken } from '@/ui/Spoken';
import { TransferBar, TransferButton } from '@/ui/TransferBar';
import type { TransferListProps } from '@/ui/TransferList';
import { type ImportTotals, importedInWords, isOpen } from './batch';
import { ImportLine } from './ImportLine';
import { useDropImports, useRetryImports } from './queries';
import { useImports } from './useImports';

const TransferList = lazyPart<TransferListProps<Import>>(() => import('@/ui/TransferList'));

interface Props {
  group: string;
  onOpenAsset: (id: string) => void;
}

/** The upload bar's twin for what the server fetches: it goes on while the window is closed. */
export function ImportBar(props: Props) {
  const shown = useImports(props.group);
  // What failed on an earlier visit is there to be seen, and is no news.
  const [isNews, setNews] = useState(false);
  if (shown.totals.open > 0 && !isNews) setNews(true);
  return (
    <>
      <Bar {...props} {...shown} />
      <Spoken news={isNews ? spoken(shown.totals) : ''} failure={isNews ? failureOf(shown) : ''} />
    </>
  );
}

interface Shown {
  items: readonly Import[];
  totals: ImportTotals;
}

function Bar({ group, onOpenAsset, items, totals }: Props & Shown) {
  const drop = useDropImports(group);
  const retry = useRetryImports(group);
  const [choice, setChoice] = useState<boolean | null>(null);
  if (items.length === 0) return null;

  const opened = choice ?? (totals.open === 0 && (totals.failed > 0 || totals.duplicates > 0));
  const ids = (wanted: (item: (typeof items)[number]) => boolean) => items.filter(wanted).map(({ id }) => id);
  return (
    <TransferBar
      label="Imports"
      progress={totals.open > 0 ? { label: 'Imported', percent: Math.round(totals.progress * 100) } : null}
      headline={<Headline totals={totals} />}
      actions={
        <>
          {totals.failed > 1 && (
            <TransferButton
              onClick={() => retry.mutate(ids((item) => item.failure?.retryable === true))}
              disabled={!items.some((item) => item.failure?.retryable)}
            >
              Retry all
            </TransferButton>
          )}
          {totals.open > 0 ? (
            <TransferButton onClick={() => drop.mutate(ids(isOpen))}>Cancel all</TransferButton>
          ) : (
            (totals.failed > 0 || totals.duplicates > 0) && (
              <TransferButton onClick={() => drop.mutate(ids((item) => !isOpen(item)))}>
                Dismiss
              </TransferButton>
            )
          )}
        </>
      }
      toggle={{
        label: opened ? 'Hide the imports' : 'Show the imports',
        opened,
        onToggle: () => setChoice(!opened),
      }}
    >
      {opened && (
        <TransferList items={items}>
          {(item) => (
            <ImportLine
              item={item}
              onOpenAsset={onOpenAsset}
              onDrop={() => drop.mutate([item.id])}
              onRetry={() => retry.mutate([item.id])}
            />
          )}
        </TransferList>
      )}
    </TransferBar>
  );
}

function Headline({ totals }: { totals: ImportTotals }) {
  const failed = totals.failed > 0 && <em>{plural(totals.failed, 'file', 'files')} failed</em>;
  if (totals.open > 0)
    return (
      <>
        <strong>
          Importing {formatCount(Math.min(totals.count, totals.done + totals.failed + 1))} of{' '}
          {formatCount(totals.count)}
        </strong>
        {bytesInWords(totals) && <span> · {bytesInWords(totals)}</span>}
        {failed && <> · {failed}</>}
      </>
    );
  const [first, second] = importedInWords(totals);
  if (!first) return <em>{plural(totals.failed, 'file was', 'files were')} not imported</em>;
  return (
    <>
      <strong>{first}</strong>
      {second && <span> · {second}</span>}
      {failed && <> · {failed}</>}
    </>
  );
}

function bytesInWords({ received, bytes, unknown }: ImportTotals): string | null {
  if (unknown > 0) return received > 0 ? `${formatBytes(received)} so far` : null;
  if (bytes === 0) return null;
  return bytes < 100_000
    ? formatBytes(bytes)
    : `${formatMegabytes(received)} of ${formatMegabytes(bytes)} MB`;
}

/** Said aloud: the turning points only, not each step of the progress. */
function spoken(totals: ImportTotals): string {
  if (totals.open > 0) return `Importing ${plural(totals.count, 'file', 'files')}.`;
  return importedInWords(totals)
    .map((words) => `${words}.`)
    .join(' ');
}

/** Once, when the last file is through: one reason is said, of several how many. */
function failureOf({ items, totals }: Shown): string {
  if (totals.open > 0 || totals.failed === 0) return '';
  const failure = totals.failed === 1 && items.find((item) => item.failure)?.failure;
  return failure
    ? refusalOr(failure.code, failure.members, failure.reason).replace(/\*/g, '')
    : `${plural(totals.failed, 'file was', 'files were')} not imported.`;
}
