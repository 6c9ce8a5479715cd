import type { z } from 'zod';
import type { Refusal, RefusalCode } from '../../shared/result.js';
import type { Language, LocalText } from '../../shared/text.js';
import type { Problem } from './schemas/common.js';

/**
 * The one table of failures: every refusal of a use case, and what only HTTP knows, to its status and title.
 * Routes contain no status codes. Order of precedence when several apply: unknown route, wrong method, signed out,
 * forged request, contract not granted, action not permitted, wrong media type, body too large, malformed, invalid,
 * precondition, then what the use case says.
 */
type HttpCode = 'method-not-allowed' | 'precondition-required' | 'unsupported-media-type' | 'internal-error';
export type ProblemCode = RefusalCode | HttpCode;

const table: Readonly<Record<ProblemCode, { readonly status: number; readonly title: LocalText }>> = {
  'invalid-input': { status: 400, title: { zh: '请求有误', en: 'Invalid request' } },
  'not-signed-in': { status: 401, title: { zh: '请先登录', en: 'Sign in first' } },
  'second-factor-required': { status: 401, title: { zh: '需要动态验证码', en: 'One-time code required' } },
  'not-permitted': { status: 403, title: { zh: '没有权限', en: 'Not permitted' } },
  'not-found': { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  'method-not-allowed': { status: 405, title: { zh: '不支持的方法', en: 'Method not allowed' } },
  conflict: { status: 409, title: { zh: '与现状冲突', en: 'Conflict' } },
  'term-unconfirmed': { status: 409, title: { zh: '合同期限待确认', en: 'Contract term unconfirmed' } },
  'no-approved-rate': { status: 409, title: { zh: '尚无批复标准', en: 'No approved rate' } },
  'period-closed': { status: 409, title: { zh: '该期已封账', en: 'Period closed' } },
  'idempotency-conflict': {
    status: 409,
    title: { zh: '幂等键已用于另一请求', en: 'Idempotency key used for another request' },
  },
  'stale-version': { status: 412, title: { zh: '内容已被他人修改', en: 'Changed by someone else' } },
  'too-large': { status: 413, title: { zh: '内容过大', en: 'Too large' } },
  'unsupported-media-type': { status: 415, title: { zh: '不支持的内容类型', en: 'Unsupported media type' } },
  'outside-term': { status: 422, title: { zh: '超出合同期限', en: 'Outside the term' } },
  'plan-rejected': { status: 422, title: { zh: '排班未通过', en: 'Plan rejected' } },
  'precondition-required': { status: 428, title: { zh: '缺少 If-Match', en: 'Precondition required' } },
  'too-many-requests': { status: 429, title: { zh: '请求过于频繁', en: 'Too many requests' } },
  'internal-error': { status: 500, title: { zh: '系统内部错误', en: 'Internal error' } },
  'storage-unavailable': { status: 503, title: { zh: '数据库暂不可用', en: 'Storage unavailable' } },
};

/** A refusal as HTTP knows it: those of the use cases plus the protocol's own. */
export interface HttpRefusal extends Omit<Refusal, 'code'> {
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
}
interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** The body of the answer, in the asker's language. */
export function problemOf(
  refusal: HttpRefusal,
  { language, requestId }: { readonly language: Language; readonly requestId: string },
): Problem {
  const { status, title } = table[refusal.code];
  return {
    type: `urn:zhiban:problem:${refusal.code}`,
    title: title[language],
    status,
    detail: refusal.message[language],
    code: refusal.code,
    instance: `urn:zhiban:request:${requestId}`,
    ...(refusal.errors === undefined ? {} : { errors: [...refusal.errors] }),
    ...(refusal.details === undefined ? {} : { details: refusal.details }),
  };
}

/** Wrong fields of a request, path by path. Issues of our own checks carry both languages in `params`. */
export function invalidInput(
  issues: readonly z.core.$ZodIssue[],
  { part, language }: { readonly part: string; readonly language: Language },
): HttpRefusal {
  const errors = issues.slice(0, 50).map((issue) => ({
    path: [part, ...issue.path.map(String)].join('.'),
    message: ownText(issue)?.[language] ?? issue.message,
  }));
  return {
    code: 'invalid-input',
    message: {
      zh: `有 ${String(issues.length)} 处填写有误，请改正后重试。`,
      en: `${issues.length === 1 ? 'One field is' : `${String(issues.length)} fields are`} wrong. Correct what is wrong and try again.`,
    },
    errors,
  };
}

function ownText(issue: z.core.$ZodIssue): LocalText | undefined {
  if (issue.code !== 'custom') return undefined;
  const params = issue.params as Partial<LocalText> | undefined;
  return params?.zh !== undefined && params.en !== undefined ? { zh: params.zh, en: params.en } : undefined;
}

export const refusals = {
  signedOut: {
    code: 'not-signed-in',
    message: {
      zh: '您尚未登录或会话已过期，请登录后重试。',
      en: 'You are signed out or the session has expired. Sign in and try again.',
    },
  },
  forged: {
    code: 'not-permitted',
    message: {
      zh: '缺少或错误的 x-csrf-token，请刷新页面后重试。',
      en: 'The x-csrf-token header is missing or wrong. Reload the page and try again.',
    },
  },
  notPermitted: {
    code: 'not-permitted',
    message: {
      zh: '您的角色不能进行此操作，请联系项目经理。',
      en: 'Your role does not allow this. Ask the project manager.',
    },
  },
  unknownContract: {
    code: 'not-found',
    message: { zh: '没有这个合同，或未授权给您。', en: 'There is no such contract, or it is not granted to you.' },
  },
  unknownRoute: {
    code: 'not-found',
    message: { zh: '没有这个地址，接口一览见 /docs。', en: 'There is no such address. /docs lists the interface.' },
  },
  malformed: {
    code: 'invalid-input',
    message: {
      zh: '请求体格式有误：应为有效的 JSON 或完整的表单。',
      en: 'The body is malformed: send valid JSON or a complete form.',
    },
  },
  tooLarge: {
    code: 'too-large',
    message: { zh: '内容超过上限，请拆分后重试。', en: 'The body is above the limit. Split it and try again.' },
  },
  mediaType: {
    code: 'unsupported-media-type',
    message: { zh: '请以 application/json 发送请求体。', en: 'Send the body as application/json.' },
  },
  multipart: {
    code: 'unsupported-media-type',
    message: { zh: '请以 multipart/form-data 上传文件。', en: 'Upload the file as multipart/form-data.' },
  },
  missingIfMatch: {
    code: 'precondition-required',
    message: { zh: '请在 If-Match 中带上您所见内容的 ETag。', en: 'Send the ETag of what you saw in If-Match.' },
  },
  missingKey: {
    code: 'invalid-input',
    message: {
      zh: '请在 Idempotency-Key 中带上本次操作的唯一编号（8–200 个字符）。',
      en: 'Send a key of your own for this operation in Idempotency-Key (8–200 characters).',
    },
  },
  tooMany: {
    code: 'too-many-requests',
    message: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests. Wait a little and try again.' },
  },
  storage: {
    code: 'storage-unavailable',
    message: {
      zh: '数据库暂不可用，请稍后重试；若持续如此，请联系管理员。',
      en: 'The database is not available at the moment. Try again later; tell the administrator if it lasts.',
    },
  },
  internal: {
    code: 'internal-error',
    message: {
      zh: '系统内部错误，请将请求编号告知管理员。',
      en: 'Something went wrong inside. Give the request number to the administrator.',
    },
  },
} as const satisfies Readonly<Record<string, HttpRefusal>>;
