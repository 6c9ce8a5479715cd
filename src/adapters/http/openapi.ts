import {
  OpenApiGeneratorV31,
  OpenAPIRegistry,
  type ResponseConfig,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { openApiPath, type Route } from './route.js';
import { problem } from './schemas/common.js';

/** OpenAPI 3.1 of the route table, from the same schemas that check requests and answers. */
export function openApiDocument(routes: readonly Route[]): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'zhiban' });
  registry.registerComponent('securitySchemes', 'csrf', {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: '`csrfToken` of GET /api/v1/session; required on every change.',
  });
  for (const route of routes) registry.registerPath(operation(route));
  for (const path of plainPaths) registry.registerPath(path);
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '值班 Zhiban',
      version: '1',
      description: 'Plans, publishes and settles shift rosters. Every refusal is `application/problem+json`.',
    },
    servers: [{ url: '/' }],
  });
  return withPlainPatterns(document) as object;
}

function operation(route: Route): RouteConfig {
  const isChange = route.method !== 'get';
  const security: Record<string, string[]> = isChange ? { session: [], csrf: [] } : { session: [] };
  const headers = {
    ...(route.needsIfMatch === true ? { 'If-Match': z.string().meta({ description: 'ETag of what was seen' }) } : {}),
    ...(route.needsIdempotencyKey === true ? { 'Idempotency-Key': z.string().min(8).max(200) } : {}),
  };
  return {
    method: route.method,
    path: openApiPath(route.path),
    operationId: operationId(route),
    summary: route.summary,
    description:
      typeof route.access === 'string' ? `Access: ${route.access}.` : `Needs one of: ${route.access.join(', ')}.`,
    tags: [
      route.path.split('/').find((part) => part !== '' && part !== 'contracts' && !part.startsWith(':')) ?? 'contracts',
    ],
    security: route.access === 'public' ? [] : [security],
    request: {
      params: objectOf(route.params),
      query: objectOf(route.query),
      ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
      ...requestBody(route),
    },
    responses: { [String(route.reply.status)]: success(route), default: refusal },
  };
}

const refusal: ResponseConfig = {
  description: 'Refused, with the reason',
  content: { 'application/problem+json': { schema: problem } },
};

function success(route: Route): ResponseConfig {
  const { reply } = route;
  switch (reply.kind) {
    case 'nothing':
      return { description: 'Done' };
    case 'json':
      return { description: 'Done', content: { 'application/json': { schema: reply.schema } } };
    case 'file':
      return {
        description: 'The file',
        // Bytes have no schema, and neither has a file that happens to be JSON: the file's own format says what is in it.
        content: Object.fromEntries(reply.types.map((type) => [type, {}])),
      };
    case 'events':
      return {
        description: `Server-sent events: ${Object.keys(reply.events).join(', ')}; each carries its schema as JSON`,
        content: { 'text/event-stream': { schema: z.union(Object.values(reply.events)) } },
      };
  }
}

function requestBody(route: Route): Pick<NonNullable<RouteConfig['request']>, 'body'> {
  const { body } = route;
  switch (body.kind) {
    case 'none':
      return {};
    case 'json':
      return { body: { required: true, content: { 'application/json': { schema: body.schema } } } };
    case 'upload': {
      const fields = objectOf(body.fields).extend({
        file: z.string().meta({ format: 'binary', description: 'CSV or XLSX' }),
      });
      return { body: { required: true, content: { 'multipart/form-data': { schema: fields } } } };
    }
  }
}

/** Addresses outside the API that programs use. */
const plainPaths: readonly RouteConfig[] = [
  {
    method: 'get',
    path: '/calendar/{secret}.ics',
    operationId: 'getCalendarFeed',
    summary: "A worker's shifts as a calendar; the secret is the permission",
    tags: ['calendar feed'],
    security: [],
    request: { params: z.object({ secret: z.string() }) },
    responses: {
      200: { description: 'The calendar', content: { 'text/calendar': { schema: z.string() } } },
      304: { description: 'Unchanged' },
      default: refusal,
    },
  },
  operationPath('/healthz', 'The process runs', {
    'application/json': { schema: z.object({ status: z.literal('ok') }) },
  }),
  operationPath('/readyz', 'The service can answer', {
    'application/json': { schema: z.object({ status: z.literal('ready') }) },
  }),
  operationPath('/metrics', 'Prometheus metrics, from the machine itself only', {
    'text/plain': { schema: z.string() },
  }),
  operationPath('/openapi.json', 'This document', { 'application/json': { schema: z.looseObject({}) } }),
];

function operationPath(path: string, summary: string, content: ResponseConfig['content']): RouteConfig {
  return {
    method: 'get',
    path,
    operationId: `get${path.replaceAll(/\W/gu, '')}`,
    summary,
    tags: ['operation'],
    security: [],
    responses: { 200: { description: 'Answer', ...(content === undefined ? {} : { content }) }, default: refusal },
  };
}

function operationId({ method, path }: Route): string {
  const words = path.split(/[/.:-]/u).filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function objectOf(schema: z.ZodType): z.ZodObject {
  if (!(schema instanceof z.ZodObject)) throw new Error('parameters are described by an object schema');
  return schema;
}

/** The generator writes `…/u` for patterns with a flag; OpenAPI's patterns carry none. */
function withPlainPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainPatterns);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'pattern' && typeof inner === 'string' ? inner.replace(/\/u$/u, '') : withPlainPatterns(inner),
    ]),
  );
}
