import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MarkList, MarkWithdrawal, NewMarks, TodayDuty } from '../../adapters/http/schemas/today.js';
import { request } from '../api/client.js';

type Mark = NewMarks['marks'][number];

/** Marks duties and takes marks back; the day is read anew after each. */
export function useMarking(contract: string) {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['today', 'day-records'].map((part) => client.invalidateQueries({ queryKey: ['contract', contract, part] })),
    );
  const add = useMutation({
    mutationFn: (marks: readonly Mark[]) =>
      request<MarkList>(`/contracts/${contract}/marks`, { method: 'POST', body: { marks } }),
    onSettled: refresh,
  });
  const undo = useMutation({
    mutationFn: (ids: string[]) =>
      request(`/contracts/${contract}/marks/withdrawal`, {
        method: 'POST',
        body: { ids } satisfies MarkWithdrawal,
      }),
    onSettled: refresh,
  });
  return {
    mark: (duty: TodayDuty, kind: Mark['kind'], minute: number | null) => {
      undo.reset();
      add.mutate([{ worker: duty.worker, date: duty.date, kind, minute }]);
    },
    /** In time, every one of them. */
    arrived: (duties: readonly TodayDuty[]) => {
      undo.reset();
      add.mutate(duties.map(({ worker, date, start }) => ({ worker, date, kind: 'arrived', minute: start })));
    },
    undo: (ids: readonly string[]) => {
      add.reset();
      undo.mutate([...ids]);
    },
    /** What was marked last: several at once are taken back at once, should it have been the wrong group. */
    last: add.data?.marks.map(({ id }) => id) ?? [],
    isPending: add.isPending || undo.isPending,
    error: add.error ?? undo.error,
  };
}
