import { Badge, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { LogLine } from '#schemas/api/runs.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { logTexts } from './texts.ts';

const LEVEL_COLOUR: Record<LogLine['level'], string> = {
  debug: 'gray',
  info: 'blue',
  warning: 'orange',
  error: 'red',
};

/** Clock time to the millisecond, in the reader's own zone. */
function clock(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  }).format(new Date(instant));
}

interface Props {
  readonly line: LogLine;
  readonly stepTitle: string | null;
}

/** One line of the log; what was exchanged with another system unfolds under it. */
export function LogLineView({ line, stepTitle }: Props) {
  const t = useTexts(logTexts);
  const language = useLanguage();
  const [isOpen, excerpt] = useDisclosure(false);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <div className="run-log-head">
        <time className="run-log-time" dateTime={line.at}>
          {clock(line.at, language)}
        </time>
        <Badge size="sm" variant="light" color={LEVEL_COLOUR[line.level]} tt="none">
          {t(`level_${line.level}`)}
        </Badge>
        <Text size="sm" c="dimmed">
          {[stepTitle, line.documentLabel].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <MessageText message={line.message} />
      {line.excerpt && (
        <>
          <UnstyledButton fz="xs" c="dimmed" aria-expanded={isOpen} onClick={excerpt.toggle}>
            <Chevron size={12} aria-hidden /> {t('excerpt')}
          </UnstyledButton>
          {isOpen && <pre className="run-excerpt">{line.excerpt}</pre>}
        </>
      )}
    </div>
  );
}
