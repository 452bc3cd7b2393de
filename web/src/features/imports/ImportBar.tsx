import { plural, t } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Import } from '@/api/types';
import { refusalOr } from '@/api/words';
import { formatBytes, formatCount, formatList } from '@/lib/format';
import { lazyPart } from '@/ui/lazyPart';
import { Spoken } from '@/ui/Spoken';
import { TransferBar, TransferButton } from '@/ui/TransferBar';
import { type ImportTotals, importedInWords, isOpen } from './batch';
import { useDropImports, useRetryImports } from './queries';
import { useImports } from './useImports';
import { partOf } from './words';

const ImportList = lazyPart(() => import('./ImportList'));

interface Props {
  group: string;
  onOpenAsset: (id: string) => void;
}

/** Like the upload bar, for what the server fetches; that continues while the window is closed. */
export function ImportBar(props: Props) {
  const shown = useImports(props.group);
  // Failures of an earlier visit are shown, but not announced.
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
  const { t } = useLingui();
  const drop = useDropImports(group);
  const retry = useRetryImports(group);
  const [choice, setChoice] = useState<boolean | null>(null);
  if (items.length === 0) return null;

  const opened = choice ?? (totals.open === 0 && (totals.failed > 0 || totals.duplicates > 0));
  const ids = (wanted: (item: (typeof items)[number]) => boolean) => items.filter(wanted).map(({ id }) => id);
  return (
    <TransferBar
      label={t`Imports`}
      progress={totals.open > 0 ? { label: t`Imported`, percent: Math.round(totals.progress * 100) } : null}
      headline={<Headline totals={totals} />}
      actions={
        <>
          {totals.failed > 1 && (
            <TransferButton
              onClick={() => retry.mutate(ids((item) => item.failure?.retryable === true))}
              disabled={!items.some((item) => item.failure?.retryable)}
            >
              {t`Retry all`}
            </TransferButton>
          )}
          {totals.open > 0 ? (
            <TransferButton onClick={() => drop.mutate(ids(isOpen))}>{t`Cancel all`}</TransferButton>
          ) : (
            (totals.failed > 0 || totals.duplicates > 0) && (
              <TransferButton onClick={() => drop.mutate(ids((item) => !isOpen(item)))}>
                {t`Dismiss`}
              </TransferButton>
            )
          )}
        </>
      }
      toggle={{
        label: opened ? t`Hide imports` : t`Show imports`,
        opened,
        onToggle: () => setChoice(!opened),
      }}
    >
      {opened && (
        <ImportList
          items={items}
          onOpenAsset={onOpenAsset}
          onDrop={(id) => drop.mutate([id])}
          onRetry={(id) => retry.mutate([id])}
        />
      )}
    </TransferBar>
  );
}

function Headline({ totals }: { totals: ImportTotals }) {
  const bytes = bytesInWords(totals);
  const failures = totals.failed;
  const failed = failures > 0 && (
    <em>
      <Plural value={failures} one="# file failed" other="# files failed" />
    </em>
  );
  const number = formatCount(Math.min(totals.count, totals.done + totals.failed + 1));
  const count = formatCount(totals.count);
  if (totals.open > 0)
    return (
      <>
        <strong>
          <Trans>
            Importing {number} of {count}
          </Trans>
        </strong>
        {bytes && <span> · {bytes}</span>}
        {failed && <> · {failed}</>}
      </>
    );
  const [first, second] = importedInWords(totals);
  if (!first) return <em>{notImported(failures)}</em>;
  return (
    <>
      <strong>{first}</strong>
      {second && <span> · {second}</span>}
      {failed && <> · {failed}</>}
    </>
  );
}

function bytesInWords(totals: ImportTotals): string | null {
  const { bytes } = totals;
  const received = formatBytes(totals.received);
  if (totals.unknown > 0) return totals.received > 0 ? t`${received} so far` : null;
  if (bytes === 0) return null;
  return bytes < 100_000 ? formatBytes(bytes) : partOf(totals.received, bytes);
}

/** Announced to screen readers: milestones only, not every step of the progress. */
function spoken(totals: ImportTotals): string {
  const { count } = totals;
  if (totals.open > 0) return t`Importing ${plural(count, { one: '# file', other: '# files' })}`;
  return formatList(importedInWords(totals));
}

/** Announced once, after the last file: a single failure with its reason, several as a number. */
function failureOf({ items, totals }: Shown): string {
  if (totals.open > 0 || totals.failed === 0) return '';
  const failure = totals.failed === 1 && items.find((item) => item.failure)?.failure;
  return failure
    ? refusalOr(failure.code, failure.members, failure.reason).replace(/\*/g, '')
    : notImported(totals.failed);
}

function notImported(count: number): string {
  return plural(count, { one: '# file couldn’t be imported', other: '# files couldn’t be imported' });
}
