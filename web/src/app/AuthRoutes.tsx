import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { SetupPage } from '@/features/accounts/SetupPage';
import { SignInPage } from '@/features/accounts/SignInPage';
import { ownPath } from '@/lib/ownPath';

export function SetupRoute() {
  const navigate = useNavigate();
  return <SetupPage onDone={() => void navigate({ to: '/library', replace: true })} />;
}

export function SignInRoute() {
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  return <SignInPage onDone={() => router.history.replace(ownPath(next) ?? '/library')} />;
}
