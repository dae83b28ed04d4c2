import { Stack, Text } from '@mantine/core';
import type { Message } from '#schemas/messages.ts';
import { useRenderMessage } from '#ui/api/catalogue.ts';

interface MessageTextProps {
  message: Message;
  /** Leaves out what the reader can do about it, where there is no room. */
  isBrief?: boolean;
  size?: 'xs' | 'sm' | 'md';
}

/** A message of the server in the reader's language: what happened, and what to do. */
export function MessageText({ message, isBrief = false, size = 'sm' }: MessageTextProps) {
  const { text, remedy } = useRenderMessage()(message);
  if (isBrief) return <Text size={size}>{text}</Text>;
  return (
    <Stack gap={2}>
      <Text size={size}>{text}</Text>
      {remedy && (
        <Text size={size} c="dimmed">
          {remedy}
        </Text>
      )}
    </Stack>
  );
}
