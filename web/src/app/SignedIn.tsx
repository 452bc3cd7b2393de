import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { belongedToAnother, belongTo, startAnew } from '@/core/session/member';
import { sessionQuery } from '@/core/session/query';
import { SessionContext } from '@/core/session/session';
import { followLanguage } from '@/lib/words';
import { tellMissing } from '@/ui/lazyPart';
import { Frame } from './Frame';

export function SignedIn() {
  const { data } = useQuery(sessionQuery);
  const id = data?.user.id;
  useEffect(() => {
    if (id === undefined) return;
    if (!belongedToAnother(id)) return belongTo(id);
    startAnew();
  }, [id]);
  const language = data?.user.language;
  useEffect(() => {
    // It may have been changed in another tab or on another device.
    if (language !== undefined) followLanguage(language).catch(tellMissing);
  }, [language]);
  // Between signing out and the sign-in page there is no session, so there is nothing to show.
  if (!data) return null;
  return (
    <SessionContext value={data}>
      <Frame key={data.user.id} />
    </SessionContext>
  );
}
