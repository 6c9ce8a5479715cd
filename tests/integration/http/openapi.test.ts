import { Router } from 'express';
import request from 'supertest';
import { openApiPath } from '../../../src/adapters/http/route.js';
import { routes } from '../../../src/adapters/http/routes/index.js';
import { openService, type TestService } from './service.js';

interface OpenApi {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters?: { in: string; name: string }[];
        security: object[];
        responses: Record<string, { content?: Record<string, unknown> }>;
      }
    >
  >;
  components: Record<string, Record<string, unknown>>;
}

describe('/openapi.json', () => {
  let service: TestService;
  let document: OpenApi;
  beforeAll(async () => {
    service = await openService();
    document = (await request(service.app).get('/openapi.json').expect(200)).body as OpenApi;
  });
  afterAll(() => service.close());

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
  });

  it('lists every route that the server answers, and no other below /api/v1', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const served = routes.map(({ method, path }) => `${method} ${openApiPath(path)}`);
    expect(described.filter((line) => line.includes('/api/v1')).sort()).toEqual(served.sort());
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/calendar/{secret}.ics', '/healthz', '/readyz', '/metrics']),
    );
  });

  it('resolves every $ref', () => {
    const references: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === '$ref' && typeof inner === 'string') references.push(inner);
        else collect(inner);
      }
    };
    collect(document);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of new Set(references)) {
      const found = reference
        .replace(/^#\//u, '')
        .split('/')
        .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);
      expect([reference, found]).not.toEqual([reference, undefined]);
    }
  });

  it('names each operation once and describes each parameter of its path', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]);
      const described = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name);
      expect([path, ...described.sort()]).toEqual([path, ...named.sort()]);
    }
  });

  it('asks for a session everywhere but where people sign in and where the secret is the permission', () => {
    const open = Object.entries(document.paths)
      .filter(([, methods]) => Object.values(methods).some((operation) => operation.security.length === 0))
      .map(([path]) => path);
    expect(open.sort()).toEqual([
      '/api/v1/session',
      '/api/v1/session/link',
      '/calendar/{secret}.ics',
      '/healthz',
      '/metrics',
      '/openapi.json',
      '/readyz',
    ]);
  });

  it('uses patterns that are regular expressions', () => {
    const patterns: string[] = [];
    JSON.stringify(document, (key, value: unknown) => {
      if (key === 'pattern' && typeof value === 'string') patterns.push(value);
      return value;
    });
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of patterns) {
      expect(pattern).not.toMatch(/\/[a-z]*$/u);
      expect(() => new RegExp(pattern, 'u')).not.toThrow();
    }
  });

  it('names the type of every answer, and no schema for a file', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const { responses } of Object.values(methods)) {
        for (const [status, { content }] of Object.entries(responses)) {
          if (status === '204' || status === '304') continue;
          expect([path, status, Object.keys(content ?? {})]).not.toEqual([path, status, []]);
        }
      }
    }
    const file = document.paths['/api/v1/contracts/{contract}/problem']?.['get']?.responses['200'];
    expect(file?.content?.['application/json']).toEqual({});
  });

  it('has a page for signed-in people, with local assets only', async () => {
    await request(service.app).get('/docs/').expect(401);
    const visitor = await service.visitor('manager-shijingshan');
    const page = await visitor.get('/docs/').expect(200);
    expect(page.text).toContain('swagger-ui-bundle.js');
    expect(page.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    await visitor.get('/docs/swagger-ui-bundle.js').expect(200);
    const init = await visitor.get('/docs/swagger-ui-init.js').expect(200);
    expect(init.text).toContain('/openapi.json');
  });

  it('has paths that express can tell apart', () => {
    expect(() => {
      const router = Router();
      for (const { path } of routes) router.get(path, () => undefined);
    }).not.toThrow();
  });
});
