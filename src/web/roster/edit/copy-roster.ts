import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';

/** Makes a draft from any roster and goes to it. */
export function useCopy(contract: string, made: (draft: string, from: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (copyOf: string) =>
      request<{ rosterId: string }>(`/contracts/${contract}/rosters`, { method: 'POST', body: { copyOf } }),
    onSuccess: async ({ rosterId }, copyOf) => {
      await client.invalidateQueries({ queryKey: ['contract', contract, 'rosters'] });
      made(rosterId, copyOf);
    },
  });
}
