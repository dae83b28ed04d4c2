import { Button, PasswordInput, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { auth } from '#ui/api/session.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { AccountFrame } from './account-frame.tsx';
import { MIN_PASSWORD, passwordStrength } from './password-strength.ts';
import { accountTexts } from './texts.ts';
import { useEnter } from './use-enter.ts';

const COLOURS = ['red', 'orange', 'yellow', 'teal'] as const;

/** The first account of the installation, made by the first visitor. */
export function SetupScreen() {
  const t = useTexts(accountTexts);
  const enter = useEnter(auth.signUp);
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? t('missing') : null),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('emailWrong')),
      password: (password) => (password.length < MIN_PASSWORD ? t('passwordShort') : null),
    },
  });
  const { password } = form.values;
  const strength = passwordStrength(password);
  return (
    <AccountFrame title={t('setupTitle')} text={t('setupText')}>
      <form
        noValidate
        onSubmit={form.onSubmit((account) =>
          enter.mutate({ ...account, name: account.name.trim(), email: account.email.trim() }),
        )}
      >
        <Stack>
          <TextInput
            label={t('name')}
            description={t('nameHelp')}
            autoComplete="name"
            required
            {...form.getInputProps('name')}
          />
          <TextInput
            type="email"
            label={t('email')}
            description={t('emailHelp')}
            autoComplete="email"
            required
            {...form.getInputProps('email')}
          />
          <Stack gap={6}>
            <PasswordInput
              label={t('password')}
              description={t('passwordHelp')}
              autoComplete="new-password"
              required
              {...form.getInputProps('password')}
            />
            {password !== '' && (
              <>
                <Progress size="xs" value={(strength + 1) * 25} color={COLOURS[strength]} aria-hidden />
                <Text size="xs" c="dimmed" role="status">
                  {t('strength', { level: t(`strength_${strength}`) })}
                </Text>
              </>
            )}
          </Stack>
          <ProblemAlert error={enter.error} />
          <Button type="submit" fullWidth loading={enter.isPending}>
            {t('create')}
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  );
}
