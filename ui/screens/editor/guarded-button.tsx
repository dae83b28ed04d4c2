import { Button, type ButtonProps, Tooltip } from '@mantine/core';

interface Props extends ButtonProps {
  /** Why it cannot be pressed now; null when it can. */
  readonly reason: string | null;
  readonly onPress: () => void;
}

/**
 * A button that says why it cannot be pressed. It is not `disabled`: a disabled button shows no tooltip and takes no
 * focus, so nobody would learn the reason.
 */
export function GuardedButton({ reason, onPress, ...rest }: Props) {
  if (reason === null) return <Button {...rest} onClick={onPress} />;
  return (
    <Tooltip label={reason}>
      <Button {...rest} data-disabled aria-disabled aria-description={reason} />
    </Tooltip>
  );
}
