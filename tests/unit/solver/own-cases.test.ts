import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cityWeek } from '../../../solver/bench/city-week.js';
import { findCpSat, solveByCpSat } from '../../../solver/bench/cp-sat.js';
import { hallRepair } from '../../../solver/bench/hall-repair.js';
import { hallWeek } from '../../../solver/bench/hall-week.js';
import { serviceDesk } from '../../../solver/bench/service-desk.js';
import { checkPlan, problemHash, readProblem } from '../../../solver/index.js';
import type { MipModel } from '../../../solver/engines/lp-engine.js';
import { independentParts } from '../../../solver/search/parts/independent-parts.js';

describe('the generated cases', () => {
  it.each([
    ['a city of three districts', cityWeek({ districts: 3 })],
    ['a hall for four weeks', hallWeek({ weeks: 4 })],
    ['a hall with ten absences', hallRepair({ absences: 10 })],
    ['a desk for a quarter', serviceDesk({ days: 91 })],
    ['a desk for a year', serviceDesk({ days: 364 })],
  ])('%s is a sound problem', (_, problem) => {
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toEqual({ ok: true, problem });
  });

  it('make a city of independent districts of 140 posts, each with its own leave', () => {
    const city = cityWeek({ districts: 3 });
    expect(independentParts(city).map(({ problem }) => problem.groups.length)).toEqual([16, 16, 16]);
    const inDay = city.demand.filter(({ day, start }) => day === 0 && start === 540);
    expect(inDay.reduce((sum, { required }) => sum + required, 0)).toBe(420);
    const away = ['D001', 'D002', 'D003'].map(
      (district) =>
        city.workers.filter(({ id, unavailable }) => id.startsWith(district) && unavailable.length > 0).length,
    );
    for (const people of away) expect(people).toBeGreaterThan(2);
    expect(new Set(city.workers.map(({ id }) => id)).size).toBe(468);
  });

  it('repair a hall week that was lawful and whole when it was published', () => {
    const { baseline } = hallRepair({ absences: 1 });
    expect(checkPlan(hallWeek(), baseline?.assignments ?? [])).toMatchObject({ hardViolations: [], missingMinutes: 0 });
  });

  it('are the same for the same seed, and others for another', () => {
    const hash = (seed: number): string => problemHash(cityWeek({ districts: 2, seed }));
    expect(hash(1)).toBe(hash(1));
    expect(hash(1)).not.toBe(hash(2));
  });

  it('give every person of the desk a quarterly account that covers each day once', () => {
    const { workers, days } = serviceDesk({ days: 364 });
    for (const { limits } of workers) {
      const counted = days.map((_, day) => limits.hours.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay));
      expect(counted.every((accounts) => accounts.length === 1)).toBe(true);
    }
    expect(workers[0]?.limits.hours).toHaveLength(4);
  });
});

/** A package with the interface of or-tools-wasm that tries every whole vector. */
const tryingAll = `
export class CpModel { constructor(proto) { this.proto = proto; } }
export class CpSolver {
  solve({ proto }) {
    let best = null;
    const visit = (vector) => {
      if (vector.length < proto.variables.length) {
        const [from, to] = proto.variables[vector.length].domain;
        for (let value = from; value <= to; value += 1) visit([...vector, value]);
        return;
      }
      const holds = proto.constraints.every(({ linear: { vars, coeffs, domain: [from, to] } }) => {
        if (!coeffs.every(Number.isInteger)) throw new Error('coefficients must be whole');
        const sum = vars.reduce((total, index, k) => total + coeffs[k] * vector[index], 0);
        return from <= sum && sum <= to;
      });
      const { vars, coeffs } = proto.floatingPointObjective;
      const cost = vars.reduce((total, index, k) => total + coeffs[k] * vector[index], 0);
      if (holds && (best === null || cost < best.cost)) best = { vector, cost };
    };
    visit([]);
    this.best = best;
  }
  response() {
    return this.best === null
      ? { status: 'INFEASIBLE' }
      : { status: 'OPTIMAL', solution: this.best.vector.map(String), bestObjectiveBound: this.best.cost };
  }
}`;

describe('the peer CP-SAT', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhiban-peer-'));
    await writeFile(join(folder, 'cp-sat.mjs'), tryingAll);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** min −2x − y with x + 0.5y ≤ upper, x ≤ 3, y ≤ 2. */
  const model = (upper: number): MipModel => ({
    columnNames: ['x', 'y'],
    rowNames: ['limit'],
    cost: Float64Array.of(-2, -1.5),
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(3, 2),
    isInteger: Uint8Array.of(1, 1),
    rowLower: Float64Array.of(-Infinity),
    rowUpper: Float64Array.of(upper),
    rowStarts: Int32Array.of(0, 2),
    columnIndices: Int32Array.of(0, 1),
    coefficients: Float64Array.of(1, 0.5),
  });

  it('is asked in whole numbers and answers for the model', async () => {
    const run = { path: join(folder, 'cp-sat.mjs'), seconds: 1, seed: 1 };
    expect(await solveByCpSat(model(2.2), run)).toEqual({
      status: 'optimal',
      values: Float64Array.of(1, 2),
      bound: -5,
    });
    expect(await solveByCpSat(model(-1), run)).toMatchObject({ status: 'infeasible', values: null });
  });

  it('is not there unless it was installed', () => {
    expect(findCpSat(folder)).toBeNull();
  });
});
