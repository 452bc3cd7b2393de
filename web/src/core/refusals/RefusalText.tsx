import { useLingui } from '@lingui/react';
import { useEffect, useSyncExternalStore } from 'react';
import { loadRefusalWords, refusalOr, refusalWordsStore } from '@/api/words';
import { language } from '@/lib/locale';
import { ServerMessage } from '@/ui/ServerMessage';
import type { Members } from './members';

interface Props {
  code?: string | null;
  members?: Members | null;
  /** The server's own sentence, shown until the text is loaded. */
  english: string;
}

/** Says why something was refused or failed, in the language of the page. */
export function RefusalText(props: Props) {
  const words = useRefusalText(props);
  const message = <ServerMessage>{words}</ServerMessage>;
  // The server's own sentence on a page in another language.
  return words === props.english && language().code !== 'en' ? (
    <span lang="en" dir="ltr">
      {message}
    </span>
  ) : (
    message
  );
}

export function useRefusalText({ code, members, english }: Props): string {
  // Re-renders when the language changes.
  useLingui();
  useSyncExternalStore(refusalWordsStore.subscribe, refusalWordsStore.get);
  useEffect(() => {
    if (code) void loadRefusalWords();
  }, [code]);
  return refusalOr(code, members, english);
}
