import { z } from 'zod';
import { instant, list } from './common.js';

/** A notice from the outbox, as the worker reads it in the app. */
export const message = z
  .object({
    id: z.string(),
    kind: z.enum(['roster-published', 'leave-decided', 'shift-swap']),
    title: z.string(),
    body: z.string(),
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({ id: 'Message' });
export type Message = z.output<typeof message>;
/** GET /contracts/:contract/messages/mine, newest first. */
export const messageList = z.object({ messages: list(message) }).meta({ id: 'MessageList' });
