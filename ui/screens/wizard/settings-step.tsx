import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import { isFormValid, SchemaForm } from '#ui/components/schema-form/schema-form.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { orderSettings } from './order-settings.ts';
import { wizardTexts } from './texts.ts';
import type { Wizard } from './use-wizard.ts';

interface SettingsStepProps {
  template: TemplateInfo;
  wizard: Wizard;
  onBack: () => void;
  onNext: () => void;
}

export function SettingsStep({ template, wizard, onBack, onNext }: SettingsStepProps) {
  const t = useTexts(wizardTexts);
  const [isChecked, setChecked] = useState(false);
  const schema = useMemo(() => orderSettings(template.settings), [template.settings]);
  const isValid = isFormValid(schema, wizard.state.settings);
  const next = () => {
    setChecked(true);
    if (isValid) onNext();
  };
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={2}>{t('settingsTitle')}</Title>
        <Text c="dimmed">{t('settingsText')}</Text>
      </Stack>
      <SchemaForm
        schema={schema}
        texts={template.settingTexts}
        value={wizard.state.settings}
        onChange={(settings) => wizard.update({ settings })}
        showErrors={isChecked}
      />
      <Group justify="flex-end">
        {isChecked && !isValid && (
          <Text size="sm" c="red" role="alert">
            {t('settingsWrong')}
          </Text>
        )}
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button onClick={next}>{t('next')}</Button>
      </Group>
    </Stack>
  );
}
