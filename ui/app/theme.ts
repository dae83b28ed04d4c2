import {
  Alert,
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

/** Greys of the dark scheme, with a breath of petrol so that inputs and cards belong together. */
const dark: MantineColorsTuple = [
  '#d5dcde',
  '#b8c3c6',
  '#9aa7ab',
  '#6f7e83',
  '#445156',
  '#323d41',
  '#252e32',
  '#1b2225',
  '#161c1f',
  '#10161a',
];

const surface = { backgroundColor: 'var(--surface)', borderColor: 'var(--line)' };

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark },
  fontFamily:
    'Inter, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", "Cascadia Mono", ui-monospace, Menlo, Consolas, monospace',
  headings: { fontWeight: '640', sizes: { h1: { fontSize: '1.625rem' }, h2: { fontSize: '1.25rem' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Coloured edge on a calm ground: the remedy in it stays readable in both schemes.
    Alert: Alert.extend({
      defaultProps: { variant: 'outline' },
      styles: { root: { backgroundColor: 'var(--surface)' } },
    }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Paper: Paper.extend({ styles: { root: surface } }),
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg' }, styles: { root: surface } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { blur: 2 } }, styles: { header: surface } }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right', size: 'lg' }, styles: { header: surface } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'md' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', highlightOnHover: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, multiline: true, maw: 320 } }),
  },
});
