import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fixtureServer } from './fixtures/fixture-server.ts';

/** `--mode fixture` answers `/api` from fixtures/, for work on pages; every other mode asks a running server. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'fixture' ? [fixtureServer()] : [])],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2023' },
  server: { proxy: mode === 'fixture' ? {} : { '/api': 'http://127.0.0.1:4700' } },
}));
