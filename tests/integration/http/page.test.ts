import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import request from 'supertest';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import { openService, type TestService } from './service.js';

describe('the page and what stands beside the API', () => {
  // Hidden like the real one, `.build/web`.
  const folder = join(mkdtempSync(join(tmpdir(), 'zhiban-page-')), '.web');
  let service: TestService;
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>值班</title>');
    writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
    service = await openService({ webRoot: folder });
  });
  afterAll(async () => {
    await service.close();
    rmSync(dirname(folder), { recursive: true });
  });

  it('serves the shell for every address of the page, never from a cache', async () => {
    for (const path of ['/', '/shijingshan/rosters', '/sign-in?x=1']) {
      const answer = await request(service.app).get(path).set('Accept', 'text/html').expect(200);
      expect(answer.text).toContain('值班');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('serves named assets for ever and others on request', async () => {
    const asset = await request(service.app).get('/assets/main-1a2b.js').expect(200);
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const icon = await request(service.app).get('/icon.svg').expect(200);
    expect(icon.headers['cache-control']).toBe('no-cache');
    await request(service.app).get('/assets/gone.js').set('Accept', 'text/html').expect(404);
    await request(service.app).get('/assets/..%2f..%2fpackage.json').expect(404);
  });

  it('lets nothing come from elsewhere', async () => {
    const { headers } = await request(service.app).get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|unsafe-eval/u);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('says how to build the page where it is missing', async () => {
    const bare = await openService();
    const answer = await request(bare.app).get('/').expect(404);
    expect((answer.body as Problem).detail).toContain('npm run build');
    await bare.close();
  });

  it('tells health to anybody and numbers to this machine only', async () => {
    await request(service.app).get('/healthz').expect(200);
    await request(service.app).get('/readyz').expect(200);
    const numbers = await request(service.app).get('/metrics').expect(200);
    expect(numbers.text).toContain('zhiban_http_request_seconds_bucket');
    expect(numbers.text).not.toMatch(/route="\/calendar\/[^:]/u);
    await request(service.app).get('/metrics').set('X-Forwarded-For', '10.0.0.7').expect(404);
  });

  it('is not ready without its database', async () => {
    const broken = await openService();
    await broken.world.database.close();
    const answer = await request(broken.app).get('/readyz').expect(503);
    expect((answer.body as Problem).code).toBe('storage-unavailable');
    await request(broken.app).get('/healthz').expect(200);
  });
});
