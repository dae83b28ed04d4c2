import { Badge, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { ButtonLink } from '#ui/components/links.tsx';
import { TypeIcon } from '#ui/components/type-icon.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { templatesTexts } from './texts.ts';
import { useTagName } from './use-tag-name.ts';

/** The steps that say what a flow does; triggers stand in every flow. */
const SHOWN_KINDS = ['source', 'enrich', 'map', 'review', 'render', 'deliver'] as const;

export function TemplateCard({ template }: { template: TemplateInfo }) {
  const t = useTexts(templatesTexts);
  const language = useLanguage();
  const { connectionTypes } = useCatalogue();
  const tagName = useTagName();
  const types = Object.values(template.slots)
    .map(({ type }) => connectionTypes.find(({ id }) => id === type)?.texts.title[language] ?? type)
    .join(', ');
  return (
    <Card component="article">
      <Stack h="100%" justify="space-between">
        <Stack gap="sm">
          <StepIcons template={template} />
          <Title order={2} fz="md">
            {template.title[language]}
          </Title>
          <Text size="sm" c="dimmed">
            {template.description[language]}
          </Text>
          <Group gap={6}>
            {template.tags.map((tag) => (
              <Badge key={tag} size="sm" variant="default" tt="none" fw={500}>
                {tagName(tag)}
              </Badge>
            ))}
          </Group>
        </Stack>
        <Stack gap="xs">
          {types !== '' && (
            <Text size="xs" c="dimmed">
              {t('needs', { types })}
            </Text>
          )}
          <ButtonLink
            fullWidth
            to="/templates/$id"
            params={{ id: template.id }}
            search={{}}
            aria-label={t('useOf', { name: template.title[language] })}
          >
            {t('use')}
          </ButtonLink>
        </Stack>
      </Stack>
    </Card>
  );
}

function StepIcons({ template }: { template: TemplateInfo }) {
  const { nodeTypes } = useCatalogue();
  const used = Object.values(template.flow.nodes).map((node) => node.type);
  const steps = SHOWN_KINDS.flatMap((kind) => nodeTypes.filter((type) => type.kind === kind && used.includes(type.id)));
  return (
    <Group gap={6} aria-hidden>
      {steps.map((type, index) => (
        <Fragment key={type.id}>
          {index > 0 && <IconArrowRight size={14} color="var(--mantine-color-dimmed)" />}
          <ThemeIcon variant="light" size={34}>
            <TypeIcon name={type.icon} />
          </ThemeIcon>
        </Fragment>
      ))}
    </Group>
  );
}
