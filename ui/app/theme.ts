import {
  Button,
  Card,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Paper,
  Skeleton,
  Table,
  Tooltip,
} from '@mantine/core';

/** Petrol, the one accent of the house: from mist to deep water. */
const petrol: MantineColorsTuple = [
  '#eaf5f6',
  '#d4e8ea',
  '#a6d1d6',
  '#74b8c0',
  '#4ca3ad',
  '#3395a1',
  '#228a97',
  '#0f6f7c',
  '#0b5f6b',
  '#064d57',
];

const surface = { backgroundColor: 'var(--surface)', borderColor: 'var(--line)' };

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol },
  fontFamily:
    'Inter, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", "Cascadia Mono", ui-monospace, Menlo, Consolas, monospace',
  headings: { fontWeight: '640', sizes: { h1: { fontSize: '1.625rem' }, h2: { fontSize: '1.25rem' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Paper: Paper.extend({ styles: { root: surface } }),
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg' }, styles: { root: surface } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { blur: 2 } } }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right', size: 'lg' } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'md' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', highlightOnHover: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, multiline: true, maw: 320 } }),
  },
});
