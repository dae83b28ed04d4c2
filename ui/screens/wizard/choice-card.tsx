import { Badge, Group, Loader, Radio, Stack, Text } from '@mantine/core';
import classes from './choice-card.module.css';

interface ChoiceCardProps {
  value: string;
  title: string;
  help: string;
  badge: string | null;
  isBusy?: boolean;
}

/** One option of a radio group, as a card. */
export function ChoiceCard({ value, title, help, badge, isBusy = false }: ChoiceCardProps) {
  return (
    <Radio.Card value={value} className={classes['card'] ?? ''} aria-label={title} disabled={isBusy}>
      <Group wrap="nowrap" gap="md">
        {isBusy ? <Loader size={20} /> : <Radio.Indicator />}
        <Stack gap={0} flex={1}>
          <Group gap="xs">
            <Text fw={600} size="sm">
              {title}
            </Text>
            {badge && (
              <Badge variant="light" color="yellow" size="sm" tt="none">
                {badge}
              </Badge>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {help}
          </Text>
        </Stack>
      </Group>
    </Radio.Card>
  );
}
