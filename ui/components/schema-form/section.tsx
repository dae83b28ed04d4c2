import { Badge, Box, Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useFormState } from './form-context.ts';
import classes from './schema-form.module.css';
import { formTexts } from './texts.ts';

interface SectionProps {
  id: string;
  title: string;
  help: string | undefined;
  /** How many of its fields differ from their defaults. */
  changes: number;
  hasErrors: boolean;
  children: ReactNode;
}

/** A nested object. Closed at first; a search and an error inside open it. */
export function Section({ id, title, help, changes, hasErrors, children }: SectionProps) {
  const t = useTexts(formTexts);
  const [isOpened, { toggle }] = useDisclosure(false);
  const { visible, showErrors } = useFormState();
  const isOpen = isOpened || visible !== null || (showErrors && hasErrors);
  return (
    <div className={classes['section']}>
      <UnstyledButton
        className={classes['sectionHead'] ?? ''}
        onClick={toggle}
        aria-expanded={isOpen}
        aria-controls={`${id}-content`}
      >
        <Group gap="xs" wrap="nowrap">
          <IconChevronRight
            size={16}
            aria-hidden
            style={{ flexShrink: 0, transform: isOpen ? 'rotate(90deg)' : 'none', transition: 'transform 120ms' }}
          />
          <Text size="sm" fw={600}>
            {title}
          </Text>
          {changes > 0 && (
            <Badge size="sm" variant="light" tt="none">
              {t('changed', { count: changes })}
            </Badge>
          )}
        </Group>
        {help && (
          <Text size="xs" c="dimmed" pl={26}>
            {help}
          </Text>
        )}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={`${id}-content`}>
        <Box px="md" pb="md" pt={4} className={classes['container'] ?? ''}>
          {children}
        </Box>
      </Collapse>
    </div>
  );
}
