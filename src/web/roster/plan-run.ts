import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
      /** When the last of the trace came, on the browser's own clock (milliseconds). */
      readonly heardAt: number;
      readonly isStopping: boolean;
      /** Nothing is heard of the job; the browser goes on trying. */
      readonly isCutOff: boolean;
    }
  | { readonly kind: 'refused'; readonly error: ApiProblem };

export interface PlanRun {
  readonly state: RunState;
  readonly start: (request: PlanRequest) => void;
  readonly isStarting: boolean;
  readonly startError: Error | null;
  /** Stops the search; the best plan found so far becomes the draft. */
  readonly cancel: () => void;
  readonly cancelError: Error | null;
  readonly dismiss: () => void;
}

interface Heard {
  readonly job: string;
  readonly trace: readonly PlanProgress[];
  readonly at: number;
}

interface Followed {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * One planning job of the contract: started here, or found running when the page opens (someone else may have
 * started it, or the page was reloaded), followed by server-sent events.
 */
export function usePlanRun(contract: string, mayPlan: boolean, onDone: (done: PlanDoneEvent) => void): PlanRun {
  const client = useQueryClient();
  const [started, setStarted] = useState<Followed | null>(null);
  const [ended, setEnded] = useState<string | null>(null);
  const [cutOff, setCutOff] = useState<string | null>(null);
  const [heard, setHeard] = useState<Heard | null>(null);
  const [refusal, setRefusal] = useState<ApiProblem | null>(null);
  const jobs = useQuery({ ...plansQuery(contract), staleTime: 0, enabled: mayPlan });
  const found = jobs.data?.find((job) => (job.status === 'queued' || job.status === 'running') && job.id !== ended);
  const followed: Followed | null = started ?? found ?? null;
  const job = followed?.id ?? null;

  const start = useMutation({
    mutationFn: (body: PlanRequest) =>
      request<{ jobId: string }>(`/contracts/${contract}/plans`, { method: 'POST', body }),
    onMutate: () => {
      setRefusal(null);
    },
    onSuccess: (accepted, { from, to }) => {
      setStarted({ id: accepted.jobId, from, to });
    },
  });
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (job === null) return undefined;
    const leave = () => {
      setEnded(job);
      setStarted(null);
    };
    const fail = (error: unknown) => {
      if (!(error instanceof ApiProblem)) throw error;
      setRefusal(error);
      leave();
    };
    const finish = async () => {
      const finished = await request<PlanJob>(`/contracts/${contract}/plans/${job}`);
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      leave();
      if (finished.rosterId !== null)
        done.current({ rosterId: finished.rosterId, from: finished.from, to: finished.to });
    };
    return listen(contract, job, {
      progress: (progress) => {
        setHeard((now) => ({
          job,
          trace: now?.job === job ? [...now.trace, progress] : [progress],
          at: performance.now(),
        }));
      },
      done: () => void finish().catch(fail),
      refused: (problem) => {
        fail(new ApiProblem(problem.code, problem.status, problem.detail, problem));
      },
      cutOff: (isCutOff) => {
        setCutOff(isCutOff ? job : null);
      },
      // The job itself tells, or the question fails in words.
      lost: () => void finish().catch(fail),
    });
  }, [client, contract, job]);

  const stop = useMutation({
    mutationFn: (id: string) => request(`/contracts/${contract}/plans/${id}`, { method: 'DELETE' }),
  });
  const isStopping = stop.variables === job && (stop.isPending || stop.isSuccess);
  return {
    state: runState({
      ...{ followed, heard: heard?.job === job ? heard : null, isStopping },
      ...{ isCutOff: cutOff === job, refusal },
    }),
    start: start.mutate,
    isStarting: start.isPending,
    startError: start.error,
    cancel: () => {
      if (job !== null) stop.mutate(job);
    },
    cancelError: stop.variables === job ? stop.error : null,
    dismiss: () => {
      setRefusal(null);
    },
  };
}

function runState(now: {
  readonly followed: Followed | null;
  readonly heard: Heard | null;
  readonly isStopping: boolean;
  readonly isCutOff: boolean;
  readonly refusal: ApiProblem | null;
}): RunState {
  if (now.followed !== null) {
    const { id, from, to } = now.followed;
    const { trace = [], at: heardAt = 0 } = now.heard ?? {};
    const { isStopping, isCutOff } = now;
    return { kind: 'running', job: id, from, to, trace, heardAt, isStopping, isCutOff };
  }
  return now.refusal === null ? { kind: 'idle' } : { kind: 'refused', error: now.refusal };
}

interface Listener {
  readonly progress: (progress: PlanProgress) => void;
  readonly done: () => void;
  readonly refused: (problem: Problem) => void;
  /** The line broke, or is there again. */
  readonly cutOff: (isCutOff: boolean) => void;
  /** Refused for good: the service was started anew, or the session is over. */
  readonly lost: () => void;
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
  source.addEventListener('open', () => {
    listener.cutOff(false);
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) listener.lost();
    else listener.cutOff(true);
  });
  return () => {
    source.close();
  };
}
