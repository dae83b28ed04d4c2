import { Box, Stepper, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CheckStep } from './check-step.tsx';
import { ConnectStep } from './connect-step.tsx';
import { SettingsStep } from './settings-step.tsx';
import { wizardTexts } from './texts.ts';
import { usePreselection } from './use-preselection.ts';
import { useWizard } from './use-wizard.ts';
import classes from './wizard-steps.module.css';

interface WizardStepsProps {
  template: TemplateInfo;
  /** A connection to choose in the slot of its type, once. */
  preselected: string | null;
}

/** From a template to a flow: connect, choose the accounts, check the entries. */
export function WizardSteps({ template, preselected }: WizardStepsProps) {
  const t = useTexts(wizardTexts);
  const language = useLanguage();
  const wizard = useWizard(template);
  usePreselection(template, preselected, wizard);
  const { step } = wizard.state;
  const go = (to: number) => () => wizard.update({ step: to });
  return (
    <Box p={{ base: 'md', sm: 'xl' }} maw={step === 2 ? 1480 : 860} mx="auto">
      <AnchorLink to="/templates" size="sm">
        <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> {t('gallery')}
      </AnchorLink>
      <Title order={1} mt="xs">
        {template.title[language]}
      </Title>
      <Text c="dimmed" mb="lg" maw={720}>
        {template.description[language]}
      </Text>
      <Stepper
        active={step}
        size="sm"
        onStepClick={(to) => wizard.update({ step: to })}
        allowNextStepsSelect={false}
        className={classes['steps'] ?? ''}
        styles={{ content: { paddingTop: 'var(--mantine-spacing-xl)' } }}
      >
        <Stepper.Step label={t('stepConnect')} description={t('stepConnectHelp')}>
          <ConnectStep template={template} wizard={wizard} onNext={go(1)} />
        </Stepper.Step>
        <Stepper.Step label={t('stepSettings')} description={t('stepSettingsHelp')}>
          <SettingsStep template={template} wizard={wizard} onBack={go(0)} onNext={go(2)} />
        </Stepper.Step>
        <Stepper.Step label={t('stepCheck')} description={t('stepCheckHelp')}>
          <CheckStep template={template} wizard={wizard} onBack={go(1)} />
        </Stepper.Step>
      </Stepper>
    </Box>
  );
}
