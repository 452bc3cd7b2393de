import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '@/features/accounts/queries';
import { SessionContext } from '@/lib/session';
import { Frame } from './Frame';

export function SignedIn() {
  const { data } = useQuery(sessionQuery);
  // Between signing out and the door there is nobody, and nothing to show.
  if (!data) return null;
  return (
    <SessionContext value={data}>
      <Frame key={data.user.id} />
    </SessionContext>
  );
}
