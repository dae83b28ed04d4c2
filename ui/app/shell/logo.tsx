import { Group, Text } from '@mantine/core';

/** A footbridge: an arch, its deck and three posts. Draws in the current accent colour. */
export function FootbridgeMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--mantine-primary-color-filled)" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round">
        <path d="M5 20c5-9 17-9 22 0" />
        <path d="M5 23.5h22" />
        <path d="M11 16v7M16 14v9M21 16v7" strokeWidth="1.8" />
      </g>
    </svg>
  );
}

export function Logo() {
  return (
    <Group gap={10} wrap="nowrap">
      <FootbridgeMark />
      <Text fw={680} fz={18} style={{ letterSpacing: '-0.02em' }}>
        Passerelle
      </Text>
    </Group>
  );
}
