import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API of a local `npm start`; only `vite` in development uses it. */
const api = process.env['FAIRMARK_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig(({ command }) => {
  // A test runner that builds says NODE_ENV=test; React and antd would then be built with their development code.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    resolve: { conditions: ['@fairmark/source', 'module', 'browser', 'development|production'] },
    server: { port: 5173, proxy: { '/api': api } },
    build: { outDir: 'dist', emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 1_500 },
  };
});
