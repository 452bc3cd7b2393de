import { plural, t } from '@lingui/core/macro';
import { joined } from '@/lib/format';
import type { Outcome, Step } from './actions';

/** What was done, in words: "Labelled 12 items “summer”". */
export function describeDone(steps: readonly Step[], outcome: Outcome): string {
  const parts = [doneInWords(steps, outcome.changed.size)];
  if (outcome.stopped) parts.push(t`Stopped`);
  const failed = outcome.refused.size;
  const [reason] = outcome.refused.values();
  if (reason !== undefined)
    parts.push(plural(failed, { one: `# failed: ${reason}`, other: `# failed: ${reason}` }));
  const broken = outcome.failure?.message;
  if (broken) parts.push(t`Interrupted: ${broken}`);
  return joined(parts);
}

function doneInWords(steps: readonly Step[], count: number): string {
  const [first] = steps;
  if (first === undefined || count === 0) return t`Nothing changed`;
  const label = steps.length === 1 ? first.label : undefined;
  const isMixed = steps.some((step) => step.action !== first.action);
  if (isMixed) return plural(count, { one: 'Labels changed', other: 'Changed labels on # items' });
  switch (first.action) {
    case 'delete':
      return plural(count, { one: 'Moved to trash', other: 'Moved # items to trash' });
    case 'restore':
      return plural(count, { one: 'Restored', other: 'Restored # items' });
    case 'label':
      return label === undefined
        ? plural(count, { one: 'Labelled', other: 'Labelled # items' })
        : plural(count, { one: `Labelled “${label}”`, other: `Labelled # items “${label}”` });
    case 'unlabel':
      return label === undefined
        ? plural(count, { one: 'Labels removed', other: 'Removed labels from # items' })
        : plural(count, { one: `Removed label “${label}”`, other: `Removed label “${label}” from # items` });
    case 'star':
      return plural(count, { one: 'Starred', other: 'Starred # items' });
    case 'unstar':
      return plural(count, { one: 'Star removed', other: 'Removed stars from # items' });
    case 'draft':
      return plural(count, { one: 'Marked as draft', other: 'Marked # items as draft' });
    case 'ready':
      return plural(count, { one: 'Marked as ready', other: 'Marked # items as ready' });
    case 'move':
      return plural(count, { one: 'Moved', other: 'Moved # items' });
  }
}
