import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `/api` is answered by a running server (`npm start`); `vite.fixture.config.ts` answers it from invented data. */
export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2023' },
  server: { proxy: { '/api': process.env['DAERO_SERVER'] ?? 'http://127.0.0.1:4700' } },
});
