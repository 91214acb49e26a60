import { defineConfig } from 'vite';
import { fixtureServer } from './fixtures/fixture-server.ts';
import base from './vite.config.ts';

/** For work on pages without a server: `vite --config vite.fixture.config.ts`, or `vite preview` with it. */
export default defineConfig({ ...base, server: {}, plugins: [...(base.plugins ?? []), fixtureServer()] });
