import { Trans } from '@lingui/react/macro';
import type { Asset } from '@/api/types';
import { RefusalText } from '@/core/refusals/RefusalText';

/** Why a slide shows neither picture nor video: it is loading, being processed, or that failed. */
export function UnreadyNote({ asset }: { asset: Asset | undefined }) {
  if (asset === undefined) return <Trans>Loading…</Trans>;
  const { name, status, failure } = asset;
  if (status === 'failed')
    return failure ? (
      <RefusalText {...failure} english={failure.reason} />
    ) : (
      <Trans>
        We couldn’t process <em dir="auto">{name}</em>.
      </Trans>
    );
  return (
    <Trans>
      <em dir="auto">{name}</em> is still processing. It’ll appear here when it’s ready.
    </Trans>
  );
}
