import { Chip, Group, Input } from '@mantine/core';

interface ChoiceChipsProps<Value extends string | number> {
  label: string;
  help?: string;
  error?: string | false;
  choices: readonly { readonly value: Value; readonly label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

/** Several of a few: each choice is a checkbox, reached by Tab and switched by the space bar. */
export function ChoiceChips<Value extends string | number>(props: ChoiceChipsProps<Value>) {
  const { label, help, error, choices, chosen, onChange } = props;
  const change = (texts: string[]) =>
    onChange(choices.map(({ value }) => value).filter((value) => texts.includes(String(value))));
  return (
    <Input.Wrapper label={label} description={help} error={error} labelElement="div">
      <Chip.Group multiple value={chosen.map(String)} onChange={change}>
        <Group gap={6} mt={6} role="group" aria-label={label}>
          {choices.map((choice) => (
            <Chip key={choice.value} value={String(choice.value)} size="xs" variant="light">
              {choice.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
