import { z } from 'zod';
import { identifier, instant, list, localText } from './common.js';

/** A notice from the outbox, as the worker reads it in the app. */
export const message = z
  .object({
    id: z.string(),
    kind: z.enum(['roster-published', 'leave-decided', 'shift-swap']),
    title: localText,
    body: localText,
    createdAt: instant,
    sentAt: instant.nullable(),
    /** When the worker saw it in the app; null = not yet. */
    readAt: instant.nullable(),
  })
  .meta({ id: 'Message' });
export type Message = z.output<typeof message>;
/** GET /contracts/:contract/messages/mine, newest first. */
export const messageList = z.object({ messages: list(message) }).meta({ id: 'MessageList' });

/** POST /contracts/:contract/messages/mine/read */
export const readMessages = z.strictObject({ ids: z.array(identifier).min(1).max(500) }).meta({ id: 'ReadMessages' });
export type ReadMessages = z.input<typeof readMessages>;
