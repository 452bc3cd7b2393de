import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { NextPage } from '@/lib/pagedList';
import { PageRefusal } from './PageRefusal';

interface Props {
  next: NextPage;
  /** Loads the next page when the end of the list comes near. */
  auto?: boolean;
  /** Also offers a button. */
  button?: boolean;
  className?: string | undefined;
}

/** At the end of a paged list: loads the next page, or says why that failed. */
export function LoadMore({ next, auto = false, button = false, className }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(next.load);
  const watches = auto && next.exists && !next.loading && next.refusal === null;

  useEffect(() => {
    if (!watches || ref.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && load(), {
      rootMargin: '600px',
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [watches]);

  if (next.refusal !== null) return <PageRefusal next={next} />;
  if (!next.exists) return null;
  return (
    <div ref={ref} className={className}>
      {button && (
        <Button variant="default" loading={next.loading} onClick={next.load}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </div>
  );
}
