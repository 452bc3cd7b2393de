import { describe, expect, it } from 'vitest';
import table from '../../../server/Magpie.Tests/Model/Texts/fold-cases.json';
import { foldText, identityOf } from './text';

/** The table is the server's as well, so that a page finds and tells apart what the server does. */
describe('A text is folded as the server folds it', () => {
  it.each(table)('$text', ({ text, folded, identity }) => {
    expect(foldText(text)).toBe(folded.normalize());
    expect(identityOf(text)).toBe(identity.normalize());
  });
});
