import { createContext, useContext } from 'react';
import type { Session } from '@/api/types';

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only for components inside the frame, which exists only after sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no session above this component.');
  return session;
}

/** The group whose library is open; for now, the member's first one. */
export function useGroup(): Session['groups'][number] {
  const group = useSession().groups[0];
  if (group === undefined) throw new Error('This account belongs to no group yet.');
  return group;
}
