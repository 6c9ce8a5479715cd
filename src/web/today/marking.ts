import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewMarks, TodayDuty } from '../../adapters/http/schemas/today.js';
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
      request(`/contracts/${contract}/marks`, { method: 'POST', body: { marks } }),
    onSettled: refresh,
  });
  const undo = useMutation({
    mutationFn: (id: string) => request(`/contracts/${contract}/marks/${id}`, { method: 'DELETE' }),
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
    undo: (id: string) => {
      add.reset();
      undo.mutate(id);
    },
    isPending: add.isPending || undo.isPending,
    error: add.error ?? undo.error,
  };
}
