import { z } from 'zod';
import { instant, list, localText } from './common.js';

/** A notice from the outbox, as the worker reads it in the app. */
export const message = z
  .object({
    id: z.string(),
    kind: z.enum(['roster-published', 'leave-decided', 'shift-swap']),
    title: localText,
    body: localText,
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({ id: 'Message' });
export type Message = z.output<typeof message>;
/** GET /contracts/:contract/messages/mine, newest first. */
export const messageList = z.object({ messages: list(message) }).meta({ id: 'MessageList' });
