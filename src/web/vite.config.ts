import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['ZHIBAN_API'] ?? 'http://127.0.0.1:3000';

/** Everything the browser loads comes from our own server: no CDN, no outside font, no inline script. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../.build/web', import.meta.url)),
    emptyOutDir: true,
    // A data: address would need a wider content security policy than `self`.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': api, '/calendar': api } },
});
