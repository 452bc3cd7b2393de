import type { RefusalWords } from '@/api/words';
import { ofAccounts } from './accounts';
import { ofAnything } from './anywhere';
import { ofFields } from './fields';
import { ofFiles } from './files';
import { ofImports } from './imports';
import { ofLibrary } from './library';
import { sayOr, Values } from './members';
import { ofPosts } from './posts';
import { ofUploads } from './uploads';

const sentences: Record<string, (values: Values) => string> = {
  ...ofAccounts,
  ...ofAnything,
  ...ofFiles,
  ...ofImports,
  ...ofLibrary,
  ...ofPosts,
  ...ofUploads,
};

/** What the server refuses, in the current language. Loaded after the first page, so import it only with `import()`. */
export const words: RefusalWords = {
  refusal: (code, members) => {
    // If a file was not made because of another failure, say that one.
    const cause = code === 'file-not-made' ? members.cause : undefined;
    const sentence = sentences[typeof cause === 'string' ? cause : code];
    return sentence ? sayOr(() => sentence(new Values(members))) : null;
  },
  field: (code, members) => {
    const sentence = ofFields[code];
    return sentence ? sayOr(() => sentence(new Values(members))) : null;
  },
};
