import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^#schemas\//, replacement: fileURLToPath(new URL('../schemas/', import.meta.url)) },
      { find: /^#ui\//, replacement: here },
    ],
  },
  // Our own folder ui/api is served under the same path: what ends in .ts is a module, the rest is the server's.
  server: { proxy: { '^/api/(?!.*\\.tsx?(\\?|$))': process.env['PASSERELLE_API'] ?? 'http://127.0.0.1:3000' } },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
});
