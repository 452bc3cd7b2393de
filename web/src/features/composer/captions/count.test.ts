import { describe, expect, it } from 'vitest';
import type { CaptionUnit } from '@/api/types';
import table from '../../../../../server/Magpie.Tests/Model/Posts/caption-counts.json';
import { countIn, hashtagsIn } from './count';

/** The server is tested with the same table, so that both count alike; each line names the documentation it follows. */
describe('A text is counted as its network counts', () => {
  it.each(table.map(({ unit, text, count }) => [unit, text, count] as const))(
    '%s: %j is %i',
    (unit, text, count) => {
      expect(unit === 'hashtags' ? hashtagsIn(text) : countIn(unit as CaptionUnit, text)).toBe(count);
    },
  );
});
