import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { VatReturn } from '#schemas/api/vat-returns.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { BoxTable } from './box-table.tsx';
import { ControlTable } from './control-table.tsx';
import { CustomerTable } from './customer-table.tsx';
import { OssTable } from './oss-table.tsx';
import { vatReturnTexts } from './texts.ts';
import { UnplacedTable } from './unplaced-table.tsx';
import { useCountryName } from './use-period-name.ts';
import type { VatFigure } from './vat-search.ts';

interface Props {
  readonly of: VatReturn;
  readonly onOpen: (figure: VatFigure) => void;
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder component="section" aria-label={title}>
      <Title order={3} size="h5" px="md" py="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

/** The return of one country in one currency. */
export function ReturnPanel({ of, onOpen }: Props) {
  const t = useTexts(vatReturnTexts);
  const countryName = useCountryName();
  const open = (figure: VatFigure) => onOpen({ country: of.country ?? 'none', currency: of.currency, ...figure });
  const name = of.country === null ? t('returnOfNobody') : t('returnOf', { country: countryName(of.country) });
  return (
    <Stack gap="md">
      <Title order={2}>
        {name}{' '}
        <Text span c="dimmed" fw={400}>
          {of.currency}
        </Text>
      </Title>
      {of.unplaced.length > 0 && (
        <Section title={t('unplaced')}>
          <UnplacedTable of={of} onOpen={open} />
        </Section>
      )}
      {of.boxes.length > 0 && (
        <Section title={t('boxes')}>
          <BoxTable of={of} onOpen={open} />
        </Section>
      )}
      {of.oss.length > 0 && (
        <Section title={t('oss')}>
          <OssTable of={of} onOpen={open} />
        </Section>
      )}
      {of.customers.length > 0 && (
        <Section title={t('customers')}>
          <CustomerTable of={of} onOpen={open} />
        </Section>
      )}
      <Section title={t('control')}>
        <ControlTable of={of} onOpen={open} />
      </Section>
    </Stack>
  );
}
