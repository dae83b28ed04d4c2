import { NumberInput } from '@mantine/core';

interface CountInputProps {
  label: string;
  help: string;
  error: string | false;
  max: number;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A whole number from 1 on; null while it is typed. */
export function CountInput({ label, help, error, max, value, onChange }: CountInputProps) {
  return (
    <NumberInput
      label={label}
      description={help}
      error={error}
      min={1}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' && next >= 1 ? next : null)}
    />
  );
}
