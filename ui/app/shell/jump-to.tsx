import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch, IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { SCREENS } from './navigation.tsx';
import { shellTexts } from './texts.ts';

/** Ctrl+K: to any screen or flow by typing a part of its name. */
export function JumpTo() {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const flows = useQuery(apiQuery('listFlows', {})).data?.items ?? [];
  const actions: SpotlightActionGroupData[] = [
    {
      group: t('screens'),
      actions: SCREENS.map(({ to, key, icon: Icon }) => ({
        id: to,
        label: t(key),
        leftSection: <Icon size={18} stroke={1.7} aria-hidden />,
        onClick: () => navigate({ to }),
      })),
    },
    {
      group: t('flows'),
      actions: flows.map(({ id, name }) => ({
        id,
        label: name,
        leftSection: <IconSitemap size={18} stroke={1.7} aria-hidden />,
        onClick: () => navigate({ to: '/flows/$id', params: { id } }),
      })),
    },
  ];
  return (
    <Spotlight
      actions={actions}
      shortcut="mod + K"
      nothingFound={t('nothingFound')}
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('jumpHelp'),
        'aria-label': t('jump'),
      }}
    />
  );
}
