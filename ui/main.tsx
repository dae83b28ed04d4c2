import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { startLanguages } from './i18n/setup.ts';

const root = document.getElementById('root');
if (root) {
  await startLanguages();
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  );
}
