import { notifications } from '@mantine/notifications';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { detailOf } from '#ui/api/problem.ts';
import { MessageText } from './message-text.tsx';

interface Toasts {
  /** The text stands outside the router's tree: a link in it navigates by itself. */
  readonly done: (title: string, text?: ReactNode) => void;
  /** Shows the title, and the server's message with its remedy. */
  readonly failed: (title: string, error: unknown) => void;
}

const toasts: Toasts = {
  done: (title, text) =>
    notifications.show({ color: 'teal', icon: <IconCheck size={18} aria-hidden />, title, message: text ?? null }),
  failed: (title, error) =>
    notifications.show({
      color: 'red',
      icon: <IconX size={18} aria-hidden />,
      title,
      message: <MessageText message={detailOf(error)} />,
      autoClose: 12_000,
    }),
};

export function useToasts(): Toasts {
  return toasts;
}
