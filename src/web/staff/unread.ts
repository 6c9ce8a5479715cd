import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Message, ReadMessages } from '../../adapters/http/schemas/messages.js';
import { request } from '../api/client.js';
import { myMessagesQuery } from '../api/queries.js';
import { useOwnWorker } from '../session/session.js';

/** As many as the server takes in one request; the next are sent once these are known as read. */
const sentMax = 500;

/** How many messages of a contract wait to be seen; none for who is no member of its team. */
export function useUnreadCount(contract: string): number {
  const isMember = useOwnWorker(contract) !== null;
  const messages = useQuery({ ...myMessagesQuery(contract), enabled: isMember, refetchInterval: 120_000 });
  return unreadOf(messages.data ?? []).length;
}

/** Tells the server that these messages are on the screen. Where it can't be told, they stay unread. */
export function useReading(contract: string, messages: readonly Message[]): void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (ids: string[]) =>
      request(`/contracts/${contract}/messages/mine/read`, {
        method: 'POST',
        body: { ids } satisfies ReadMessages,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: myMessagesQuery(contract).queryKey }),
  });
  const unread = unreadOf(messages).slice(0, sentMax).join(' ');
  useEffect(() => {
    if (unread !== '') mutate(unread.split(' '));
  }, [unread, mutate]);
}

function unreadOf(messages: readonly Message[]): string[] {
  return messages.filter(({ readAt }) => readAt === null).map(({ id }) => id);
}
