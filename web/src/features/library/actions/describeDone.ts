import type { AssetAction } from '@/api/types';
import { plural } from '@/lib/format';
import type { Outcome, Step } from './actions';

/** What was done, in words: "12 items labelled *summer*." */
export function describeDone(steps: readonly Step[], outcome: Outcome, name?: string): string {
  const [first] = steps;
  const count = outcome.changed.size;
  const who = name !== undefined && count === 1 ? name : plural(count, 'item', 'items');
  const was = count === 1 ? 'was' : 'were';
  const words: Record<AssetAction, string> = {
    delete: `${who} ${was} moved to the trash`,
    restore: `${who} ${was} restored`,
    label: `${who} ${was} labelled${steps.length === 1 && first?.label ? ` “${first.label}”` : ''}`,
    unlabel:
      steps.length === 1 && first?.label
        ? `“${first.label}” was taken off ${who}`
        : `Labels of ${who} were changed`,
    star: `${who} ${was} starred`,
    unstar: `The star of ${who} ${was} removed`,
    draft: `${who} ${was} put back to draft`,
    ready: `${who} ${was} marked ready`,
    move: `${who} ${was} moved`,
  };
  const mixed = steps.some((step) => step.action !== first?.action);
  const done =
    first === undefined || count === 0
      ? 'Nothing changed'
      : mixed
        ? `Labels of ${who} were changed`
        : words[first.action];
  const { size } = outcome.refused;
  const reason = [...outcome.refused.values()][0];
  const refused = size === 0 ? '' : ` ${plural(size, 'was', 'were')} refused: ${reason}`;
  const broken = outcome.failure ? ` Then it broke off: ${outcome.failure.message}` : '';
  return `${done}${outcome.stopped ? ' before you stopped it' : ''}.${refused}${broken}`;
}
