import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/**
 * What is being typed, handed on once the typing pauses. When the value changes from outside (another link, "clear"),
 * the field follows.
 */
export function useTyped(value: string, onSettled: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const settle = useDebouncedCallback(onSettled, PAUSE_MS);
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);
  const type = (text: string) => {
    setTyped(text);
    settle(text.trim());
  };
  return [typed, type];
}
