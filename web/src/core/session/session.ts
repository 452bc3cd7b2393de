import { createContext, useContext } from 'react';
import type { Session } from '@/api/types';

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in; only under the pages that need a session, which is what the frame sees to. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no session above this component.');
  return session;
}

/** The group whose library is open. A workspace starts with one; the switcher comes with more of them. */
export function useGroup(): Session['groups'][number] {
  const group = useSession().groups[0];
  if (group === undefined) throw new Error('This account belongs to no group yet.');
  return group;
}
