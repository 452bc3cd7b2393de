import { useMediaQuery } from '@mantine/hooks';
import { useRememberedNumber } from '@/lib/preference';

/** Whether the composer stands beside the page, so that media can be dragged into it; null where there is no room for both. */
export function useDocked(): [docked: boolean | null, dock: (docked: boolean) => void] {
  const wide = useMediaQuery('(min-width: 1100px)', false, { getInitialValueInEffect: false });
  const [docked, remember] = useRememberedNumber('magpie-docked', 1);
  return [wide ? docked === 1 : null, (next) => remember(next ? 1 : 0)];
}
