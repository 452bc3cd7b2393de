import { describe, expect, it } from 'vitest';
import type { CaptionUnit } from '@/api/types';
import table from '../../../../../server/Magpie.Tests/Model/Posts/caption-counts.json';
import { countIn, hashtagsIn } from './count';

/** The table is the server's as well, so that both count alike; each line names the documentation that says so. */
describe('A text is counted as its network counts', () => {
  it.each(table.map(({ unit, text, count }) => [unit, text, count] as const))(
    '%s: %j is %i',
    (unit, text, count) => {
      expect(unit === 'hashtags' ? hashtagsIn(text) : countIn(unit as CaptionUnit, text)).toBe(count);
    },
  );
});
