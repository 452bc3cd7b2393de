import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '@/api/problem';
import { Door } from './Door';
import { FormAlert } from './FormAlert';
import { PasswordRule } from './PasswordRule';
import { useSetUp } from './queries';
import { minimumPasswordLength } from './words';

export function SetupPage({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [gaps, setGaps] = useState<{ name?: string; email?: string; password?: string }>({});
  const setUp = useSetUp(onDone);
  const problem = setUp.error as Problem | null;
  const aboutFields = problem !== null && Object.keys(problem.errors).length > 0;

  const submit = () => {
    const found = {
      name: name.trim() === '' ? 'Enter your name.' : undefined,
      email: /^\S+@\S+$/.test(email.trim()) ? undefined : 'Enter an e-mail address, such as kim@example.com.',
      password:
        password.length < minimumPasswordLength
          ? password === ''
            ? 'Enter a password.'
            : 'This password is too short.'
          : undefined,
    };
    setGaps(found);
    if (!found.name && !found.email && !found.password)
      setUp.mutate({ name: name.trim(), email: email.trim(), password });
  };

  return (
    <Door
      title="Welcome to Magpie"
      intro="Make the owner’s account. You can add your team afterwards."
      foot="Everything stays on this server."
      onSubmit={submit}
    >
      {problem && !aboutFields && <FormAlert>{problem.message}</FormAlert>}
      <TextInput
        label="Your name"
        autoComplete="name"
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={gaps.name ?? problem?.errors.name?.[0]}
      />
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={gaps.email ?? problem?.errors.email?.[0]}
      />
      <div>
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={gaps.password ?? problem?.errors.password?.[0]}
          aria-describedby="password-rule"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        />
        <PasswordRule id="password-rule" password={password} />
      </div>
      <Button type="submit" size="md" mt={8} loading={setUp.isPending}>
        Create the account
      </Button>
    </Door>
  );
}
