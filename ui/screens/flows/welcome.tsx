import { Badge, Button, Card, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconBuildingStore, IconFlask } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { FootbridgeMark } from '#ui/app/shell/logo.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { firstStart } from './first-start.ts';
import { flowsTexts } from './texts.ts';

/** The first screen of a new workspace: two ways to a first preview of entries. */
export function Welcome() {
  const t = useTexts(flowsTexts);
  const navigate = useNavigate();
  const toasts = useToasts();
  const canEdit = useCanEdit();
  const language = useLanguage();
  const start = firstStart(useCatalogue());
  const demo = useApiMutation('createDemoConnection', ['connections']);

  const startDemo = () => {
    if (!start) return;
    demo.mutate(
      { body: { type: start.shop.id, language } },
      {
        onSuccess: ({ id }) =>
          navigate({ to: '/templates/$id', params: { id: start.template.id }, search: { connection: id } }),
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
            <Button fullWidth loading={demo.isPending} disabled={!start || !canEdit} onClick={startDemo}>
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
            {start && (
              <ButtonLink
                fullWidth
                variant="default"
                to="/templates/$id"
                params={{ id: start.template.id }}
                search={{}}
              >
                {t('ownAction', { shop: start.shop.texts.title[language] })}
              </ButtonLink>
            )}
          </Stack>
        </Card>
      </SimpleGrid>
      {!start && <Text c="dimmed">{t('noTemplate')}</Text>}
    </Stack>
  );
}
