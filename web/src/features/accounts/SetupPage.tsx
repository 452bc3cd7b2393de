import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '@/api/problem';
import { ownDirection } from '@/ui/ownDirection';
import { AuthLayout } from './AuthLayout';
import { FormAlert } from './FormAlert';
import { PasswordRule } from './PasswordRule';
import { setupQuery, useSetUp } from './queries';
import { minimumPasswordLength } from './words';

export function SetupPage({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [gaps, setGaps] = useState<{ name?: string; email?: string; password?: string; code?: string }>({});
  // The route has already fetched it.
  const asksForCode =
    useQuery({ ...setupQuery, staleTime: Number.POSITIVE_INFINITY }).data?.codeRequired ?? false;
  const setUp = useSetUp(onDone);
  const problem = setUp.error as Problem | null;
  const aboutFields = problem !== null && Object.keys(problem.errors).length > 0;

  const submit = () => {
    const found = {
      name: name.trim() === '' ? t`Enter your name.` : undefined,
      email: /^\S+@\S+$/.test(email.trim()) ? undefined : t`Enter an email address, such as kim@example.com.`,
      password:
        password.length < minimumPasswordLength
          ? password === ''
            ? t`Enter a password.`
            : t`This password is too short.`
          : undefined,
      code: asksForCode && code.trim() === '' ? t`Enter the setup code.` : undefined,
    };
    setGaps(found);
    if (!found.name && !found.email && !found.password && !found.code)
      setUp.mutate({
        name: name.trim(),
        email: email.trim(),
        password,
        code: asksForCode ? code.trim() : null,
      });
  };

  return (
    <AuthLayout
      title={t`Welcome to Magpie`}
      intro={t`Create the owner account. You can invite your team later.`}
      foot={t`Everything stays on this server.`}
      onSubmit={submit}
    >
      {problem && !aboutFields && <FormAlert>{problem.message}</FormAlert>}
      {asksForCode && (
        <TextInput
          label={t`Setup code`}
          description={t`The server prints it when it starts. You’ll find it in its log or terminal.`}
          // untranslated: it is a sample
          placeholder="ABCD-EFGH-JKMN"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={gaps.code ?? problem?.errors.code?.[0]}
        />
      )}
      <TextInput
        label={t`Your name`}
        autoComplete="name"
        {...ownDirection}
        autoFocus={!asksForCode}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={gaps.name ?? problem?.errors.name?.[0]}
      />
      <TextInput
        label={t`Email`}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={gaps.email ?? problem?.errors.email?.[0]}
      />
      <div>
        <PasswordInput
          label={t`Password`}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={gaps.password ?? problem?.errors.password?.[0]}
          aria-describedby="password-rule"
          visibilityToggleButtonProps={{ 'aria-label': t`Show password` }}
        />
        <PasswordRule id="password-rule" password={password} />
      </div>
      <Button type="submit" size="md" mt={8} loading={setUp.isPending}>
        <Trans>Create account</Trans>
      </Button>
    </AuthLayout>
  );
}
