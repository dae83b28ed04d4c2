import { Badge, Button, Card, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconBuildingStore, IconFlask } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { FootbridgeMark } from '#ui/app/shell/logo.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { flowsTexts } from './texts.ts';

const SHOP = 'woocommerce';

/** The first screen of a new workspace: two ways to a first preview of entries. */
export function Welcome() {
  const t = useTexts(flowsTexts);
  const navigate = useNavigate();
  const toasts = useToasts();
  const canEdit = useCanEdit();
  const { templates } = useCatalogue();
  // One that needs nothing but the shop: a first preview must not wait for an account on a server.
  const template = templates.find(({ slots }) => {
    const types = Object.values(slots).map(({ type }) => type);
    return types.length > 0 && types.every((type) => type === SHOP);
  });
  const demo = useApiMutation('createDemoConnection', ['connections']);

  const startDemo = () => {
    if (!template) return;
    demo.mutate(
      { body: { type: SHOP } },
      {
        onSuccess: ({ id }) =>
          navigate({ to: '/templates/$id', params: { id: template.id }, search: { connection: id } }),
        onError: (error) => toasts.failed(t('demoFailed'), error),
      },
    );
  };

  return (
    <Stack align="center" py="xl" gap="xl">
      <Stack align="center" gap="sm" maw={560}>
        <FootbridgeMark size={56} />
        <Title order={2} ta="center" fz={26}>
          {t('welcome')}
        </Title>
        <Text ta="center" c="dimmed">
          {t('welcomeText')}
        </Text>
      </Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" w="100%" maw={820}>
        <Card>
          <Stack h="100%" justify="space-between">
            <Stack gap="xs">
              <Group gap="sm">
                <ThemeIcon variant="light" size="lg">
                  <IconFlask size={20} aria-hidden />
                </ThemeIcon>
                <Badge variant="light" color="yellow" tt="none">
                  {t('demo')}
                </Badge>
              </Group>
              <Title order={3} fz="md">
                {t('demoTitle')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('demoText')}
              </Text>
            </Stack>
            <Button fullWidth loading={demo.isPending} disabled={!template || !canEdit} onClick={startDemo}>
              {t('demoAction')}
            </Button>
          </Stack>
        </Card>
        <Card>
          <Stack h="100%" justify="space-between">
            <Stack gap="xs">
              <ThemeIcon variant="light" size="lg">
                <IconBuildingStore size={20} aria-hidden />
              </ThemeIcon>
              <Title order={3} fz="md">
                {t('ownTitle')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('ownText')}
              </Text>
            </Stack>
            {template && (
              <ButtonLink fullWidth variant="default" to="/templates/$id" params={{ id: template.id }} search={{}}>
                {t('ownAction')}
              </ButtonLink>
            )}
          </Stack>
        </Card>
      </SimpleGrid>
      {!template && <Text c="dimmed">{t('noTemplate')}</Text>}
    </Stack>
  );
}
