import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { auth } from '#ui/api/session.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { AccountFrame } from '../setup/account-frame.tsx';
import { accountTexts } from '../setup/texts.ts';
import { useEnter } from '../setup/use-enter.ts';

export function SignInScreen() {
  const t = useTexts(accountTexts);
  const enter = useEnter(auth.signIn);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.trim() === '' ? t('missing') : null),
      password: (password) => (password === '' ? t('missing') : null),
    },
  });
  return (
    <AccountFrame title={t('signInTitle')} text={t('signInText')}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ email, password }) => enter.mutate({ email: email.trim(), password }))}
      >
        <Stack>
          <TextInput
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <ProblemAlert error={enter.error} />
          <Button type="submit" fullWidth loading={enter.isPending}>
            {t('signIn')}
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  );
}
