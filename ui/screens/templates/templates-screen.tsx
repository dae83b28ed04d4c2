import { Chip, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { Page } from '#ui/components/page.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { TemplateCard } from './template-card.tsx';
import { templatesTexts } from './texts.ts';
import { useTagName } from './use-tag-name.ts';

const ALL = '';

export function TemplatesScreen() {
  const t = useTexts(templatesTexts);
  const language = useLanguage();
  const tagName = useTagName();
  const { templates } = useCatalogue();
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState(ALL);
  const tags = [...new Set(templates.flatMap((template) => template.tags))].sort();
  const wanted = query.trim().toLowerCase();
  const shown = templates.filter(({ title, description, tags: own }) => {
    const text = `${title[language]} ${description[language]} ${own.join(' ')}`.toLowerCase();
    return (tag === ALL || own.includes(tag)) && text.includes(wanted);
  });

  if (templates.length === 0) {
    return (
      <Page title={t('title')}>
        <EmptyState
          icon={IconTemplate}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={<ButtonLink to="/flows">{t('toFlows')}</ButtonLink>}
        />
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack>
        <TextInput
          type="search"
          maw={360}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Group gap={6} role="group" aria-label={t('tags')}>
          <Chip size="xs" checked={tag === ALL} onChange={() => setTag(ALL)}>
            {t('allTags')}
          </Chip>
          {tags.map((name) => (
            <Chip key={name} size="xs" checked={tag === name} onChange={() => setTag(name === tag ? ALL : name)}>
              {tagName(name)}
            </Chip>
          ))}
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
          {shown.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </SimpleGrid>
        {shown.length === 0 && <Text c="dimmed">{t('noMatch')}</Text>}
      </Stack>
    </Page>
  );
}
