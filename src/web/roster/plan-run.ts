import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../adapters/http/schemas/common.js';
import type { PlanJob, PlanProgress, PlanRequest } from '../../adapters/http/schemas/plans.js';
import { address, ApiProblem, request } from '../api/client.js';
import { plansQuery } from '../api/queries.js';

export interface PlanDoneEvent {
  readonly rosterId: string;
  readonly from: string;
  readonly to: string;
}

export type RunState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly job: string;
      readonly from: string;
      readonly to: string;
      readonly trace: readonly PlanProgress[];
      readonly isStopping: boolean;
    }
  | { readonly kind: 'refused'; readonly error: ApiProblem };

export interface PlanRun {
  readonly state: RunState;
  readonly start: (request: PlanRequest) => void;
  readonly isStarting: boolean;
  readonly startError: Error | null;
  /** Stops the search; the best plan found so far becomes the draft. */
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/**
 * One planning job of the contract: started here, or found running when the page opens (someone else may have
 * started it, or the page was reloaded), followed by server-sent events.
 */
export function usePlanRun(contract: string, mayPlan: boolean, onDone: (done: PlanDoneEvent) => void): PlanRun {
  const client = useQueryClient();
  const [state, setState] = useState<RunState>({ kind: 'idle' });
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const jobs = useQuery({ ...plansQuery(contract), staleTime: 0, enabled: mayPlan });
  const begun = jobs.data?.find((job) => job.status === 'queued' || job.status === 'running');
  const follow = useCallback((job: { readonly id: string; readonly from: string; readonly to: string }) => {
    setState((now) =>
      now.kind === 'running' && now.job === job.id
        ? now
        : { kind: 'running', job: job.id, from: job.from, to: job.to, trace: [], isStopping: false },
    );
  }, []);
  useEffect(() => {
    if (begun !== undefined) follow(begun);
  }, [begun, follow]);

  const start = useMutation({
    mutationFn: (body: PlanRequest) =>
      request<{ jobId: string }>(`/contracts/${contract}/plans`, { method: 'POST', body }),
    onSuccess: (accepted, { from, to }) => {
      follow({ id: accepted.jobId, from, to });
    },
  });
  const job = state.kind === 'running' ? state.job : null;
  useEffect(() => {
    if (job === null) return undefined;
    const finish = async (finished: PlanJob) => {
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      setState({ kind: 'idle' });
      if (finished.rosterId !== null)
        done.current({ rosterId: finished.rosterId, from: finished.from, to: finished.to });
    };
    return listen(contract, job, {
      progress: (progress) => {
        setState((now) => (now.kind === 'running' ? { ...now, trace: [...now.trace, progress] } : now));
      },
      done: () => {
        void request<PlanJob>(`/contracts/${contract}/plans/${job}`).then(finish);
      },
      refused: (problem) => {
        setState({ kind: 'refused', error: new ApiProblem(problem.code, problem.status, problem.detail, problem) });
      },
    });
  }, [client, contract, job]);

  const cancel = () => {
    if (state.kind !== 'running') return;
    setState({ ...state, isStopping: true });
    void request(`/contracts/${contract}/plans/${state.job}`, { method: 'DELETE' });
  };
  const dismiss = () => {
    if (state.kind === 'refused') setState({ kind: 'idle' });
  };
  return { state, start: start.mutate, isStarting: start.isPending, startError: start.error, cancel, dismiss };
}

interface Listener {
  readonly progress: (progress: PlanProgress) => void;
  readonly done: () => void;
  readonly refused: (problem: Problem) => void;
}

/** The browser reconnects by itself when the line breaks; the server then tells the state again. */
function listen(contract: string, job: string, listener: Listener): () => void {
  const source = new EventSource(address(`/contracts/${contract}/plans/${job}/events`));
  const on = (name: string, act: (data: unknown) => void) => {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      act(JSON.parse(event.data));
    });
  };
  on('progress', (data) => {
    listener.progress(data as PlanProgress);
  });
  on('done', () => {
    source.close();
    listener.done();
  });
  on('refused', (data) => {
    source.close();
    listener.refused(data as Problem);
  });
  return () => {
    source.close();
  };
}
