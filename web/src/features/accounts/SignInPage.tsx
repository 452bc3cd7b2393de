import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '@/api/problem';
import { AuthLayout } from './AuthLayout';
import { FormAlert } from './FormAlert';
import { useSignIn } from './queries';
import { signInSentence } from './words';

export function SignInPage({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const signIn = useSignIn(onDone);
  const problem = signIn.error as Problem | null;

  const submit = () => {
    const gaps = {
      email: email.trim() === '' ? t`Enter your email address.` : undefined,
      password: password === '' ? t`Enter your password.` : undefined,
    };
    setMissing(gaps);
    if (!gaps.email && !gaps.password) signIn.mutate({ email: email.trim(), password });
  };

  return (
    <AuthLayout
      title={t`Sign in`}
      intro={t`Your team’s photos and videos, in one place.`}
      foot={t`No account yet? The owner of this Magpie can add you.`}
      onSubmit={submit}
    >
      {problem && <FormAlert>{signInSentence(problem)}</FormAlert>}
      <TextInput
        label={t`Email`}
        type="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={missing.email ?? problem?.errors.email?.[0]}
      />
      <PasswordInput
        label={t`Password`}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={missing.password ?? problem?.errors.password?.[0]}
        visibilityToggleButtonProps={{ 'aria-label': t`Show password` }}
      />
      <Button type="submit" size="md" mt={8} loading={signIn.isPending}>
        <Trans>Sign in</Trans>
      </Button>
    </AuthLayout>
  );
}
