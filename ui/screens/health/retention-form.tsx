import { Button, Group, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { type Retention, retentionSchema } from '#schemas/api/health.ts';
import { useSession } from '#ui/api/session.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RetentionPreviewDialog } from './retention-preview-dialog.tsx';
import { retentionTexts } from './texts.ts';

const GB = 1_000_000_000;

interface Typed {
  readonly traceDays: number | string;
  readonly payloadDays: number | string;
  readonly limitGb: number | string;
}

/** What is typed as the server wants it; null while something is missing or out of range. */
function readTyped({ traceDays, payloadDays, limitGb }: Typed): Retention | null {
  const limitBytes = limitGb === '' ? null : Math.round(Number(limitGb) * GB);
  return retentionSchema.safeParse({ traceDays, payloadDays, limitBytes }).data ?? null;
}

/** The times, to be changed by an owner who has seen what the change removes. */
export function RetentionForm({ retention }: { readonly retention: Retention }) {
  const t = useTexts(retentionTexts);
  const isOwner = useSession()?.workspace?.role === 'owner';
  const { traceDays, payloadDays, limitBytes } = retention;
  const [typed, setTyped] = useState<Typed>({
    traceDays,
    payloadDays,
    limitGb: limitBytes === null ? '' : limitBytes / GB,
  });
  const [asked, setAsked] = useState<Retention | null>(null);
  const wanted = readTyped(typed);
  const isSame = JSON.stringify(wanted) === JSON.stringify({ traceDays, payloadDays, limitBytes });
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onChange: (value: number | string) => setTyped({ ...typed, [name]: value }),
    disabled: !isOwner,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted && !isSame) setAsked(wanted);
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }} mb="md">
        <NumberInput
          label={t('traceDays')}
          description={t('traceHelp')}
          min={1}
          max={3650}
          allowDecimal={false}
          inputWrapperOrder={['label', 'input', 'description']}
          {...field('traceDays')}
        />
        <NumberInput
          label={t('payloadDays')}
          description={t('payloadHelp')}
          min={7}
          max={3650}
          allowDecimal={false}
          inputWrapperOrder={['label', 'input', 'description']}
          {...field('payloadDays')}
        />
        <NumberInput
          label={t('limit')}
          description={t('limitHelp')}
          min={0.1}
          decimalScale={1}
          inputWrapperOrder={['label', 'input', 'description']}
          {...field('limitGb')}
        />
      </SimpleGrid>
      <Group>
        <Button type="submit" variant="default" disabled={!isOwner || !wanted || isSame}>
          {t('preview')}
        </Button>
        {!isOwner && (
          <Text size="sm" c="dimmed">
            {t('ownerOnly')}
          </Text>
        )}
      </Group>
      {asked && <RetentionPreviewDialog wanted={asked} onClose={() => setAsked(null)} />}
    </form>
  );
}
