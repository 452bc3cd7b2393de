import { describe, expect, it } from 'vitest';
import table from '../../../server/Magpie.Tests/Model/Texts/fold-cases.json';
import { foldText, identityOf } from './text';

/** The server is tested with the same table, so that both find and distinguish the same texts. */
describe('A text is folded as the server folds it', () => {
  it.each(table)('$text', ({ text, folded, identity }) => {
    expect(foldText(text)).toBe(folded.normalize());
    expect(identityOf(text)).toBe(identity.normalize());
  });
});
