import { Group, ThemeIcon, Tooltip } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { TypeIcon } from '#ui/components/type-icon.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { flowsTexts } from './texts.ts';

interface RouteProps {
  /** Ids of node types. */
  sources: readonly string[];
  deliveries: readonly string[];
}

/** From where to where, as icons with their names. */
export function Route({ sources, deliveries }: RouteProps) {
  const t = useTexts(flowsTexts);
  const titleOf = useTitleOf();
  const named = (ids: readonly string[]) => ids.map(titleOf).join(', ') || t('nothing');
  const label = t('route', { sources: named(sources), deliveries: named(deliveries) });
  return (
    <Group gap={6} wrap="nowrap" role="img" aria-label={label}>
      <Icons ids={sources} />
      <IconArrowRight size={16} color="var(--mantine-color-dimmed)" aria-hidden />
      <Icons ids={deliveries} />
    </Group>
  );
}

function useTitleOf(): (id: string) => string {
  const { nodeTypes } = useCatalogue();
  const language = useLanguage();
  return (id) => nodeTypes.find((type) => type.id === id)?.texts.title[language] ?? id;
}

function Icons({ ids }: { ids: readonly string[] }) {
  const { nodeTypes } = useCatalogue();
  const titleOf = useTitleOf();
  if (ids.length === 0) return <ThemeIcon variant="default" size={32} aria-hidden style={{ borderStyle: 'dashed' }} />;
  return ids.map((id) => (
    <Tooltip key={id} label={titleOf(id)}>
      <ThemeIcon variant="light" size={32}>
        <TypeIcon name={nodeTypes.find((type) => type.id === id)?.icon ?? ''} />
      </ThemeIcon>
    </Tooltip>
  ));
}
