import { Badge } from '@mantine/core';
import type { CustomerState } from '#schemas/api/customers.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { customerTexts } from './texts.ts';

const COLOURS: Record<CustomerState, string> = {
  asked: 'orange',
  linked: 'teal',
  approved: 'blue',
  creating: 'blue',
  failed: 'red',
  refused: 'gray',
};

export function CustomerStateBadge({ state }: { readonly state: CustomerState }) {
  const t = useTexts(customerTexts);
  return (
    <Badge variant="light" color={COLOURS[state]} size="sm" tt="none" fw={550} miw="max-content">
      {t(`state_${state}`)}
    </Badge>
  );
}
