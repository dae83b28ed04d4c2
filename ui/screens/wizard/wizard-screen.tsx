import { IconTemplate } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { wizardTexts } from './texts.ts';
import { WizardSteps } from './wizard-steps.tsx';

const route = getRouteApi('/shell/templates/$id');

export function WizardScreen() {
  const t = useTexts(wizardTexts);
  const { id } = route.useParams();
  const { connection } = route.useSearch();
  const template = useCatalogue().templates.find((known) => known.id === id);
  if (!template) {
    return (
      <EmptyState
        icon={IconTemplate}
        title={t('missingTitle')}
        text={t('missingText')}
        action={<ButtonLink to="/templates">{t('gallery')}</ButtonLink>}
      />
    );
  }
  return <WizardSteps key={template.id} template={template} preselected={connection ?? null} />;
}
