import type { PlanProgress } from '../../application/plan-roster/plan-roster.js';

const phases: Readonly<Record<PlanProgress['phase'], string>> = {
  model: '建模 model',
  fewestVacancies: '最少空岗 fewest vacancies',
  wholeObjective: '整体优化 whole objective',
  check: '校验 check',
};

/** One line of a running solve: phase, elapsed, incumbent, bound, gap. */
export function progressLine(progress: PlanProgress): string {
  const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
  const gap = progress.gap === null ? '–' : `${(progress.gap * 100).toFixed(2)} %`;
  return `${phases[progress.phase]}  ${progress.elapsedSeconds.toFixed(1)} s  现有 incumbent ${figure(progress.incumbent)}  下界 bound ${figure(progress.bound)}  差距 gap ${gap}`;
}
