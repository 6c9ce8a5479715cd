/** Writes `fixtures/teams/*.json`: synthetic teams for the five contracts (or those named), the same on every run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { projectRoot } from '../src/adapters/system/project-root.js';
import { serviceCalendar } from '../src/domain/calendar/calendar.js';
import { parseNotice } from '../src/domain/calendar/notice.js';
import { serviceContractShape, type ServiceContract } from '../src/domain/contract/service-contract.js';
import { teamShape, type Worker } from '../src/domain/workforce/worker.js';
import { changping, horqin } from './sample/hall-teams.js';
import { anding, sujiatuo } from './sample/desk-teams.js';
import { shijingshan } from './sample/shijingshan-team.js';
import { withPapers } from './sample/documents.js';
import { planLeave } from './sample/leave-plan.js';
import { seededRandom } from './sample/seeded-random.js';

const recipes = [
  { contract: 'shijingshan', seed: 101, workers: shijingshan, teamQuota: 12, sickDaysMean: 4 },
  { contract: 'sujiatuo', seed: 202, workers: sujiatuo, teamQuota: 2, sickDaysMean: 3 },
  { contract: 'changping', seed: 303, workers: changping, teamQuota: 5, sickDaysMean: 4 },
  { contract: 'horqin', seed: 404, workers: horqin, teamQuota: 1, sickDaysMean: 3 },
  { contract: 'anding', seed: 505, workers: anding, teamQuota: 1, sickDaysMean: 3 },
];

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(projectRoot, 'fixtures', path), 'utf8'));
}

const notices = [2023, 2024, 2025, 2026].map((year) => {
  const notice = parseNotice(json(`calendars/${year}.json`));
  if (!notice.ok) throw new Error(notice.refusal.message.en);
  return notice.value;
});
const calendar = serviceCalendar({ notices, overrides: [] });

const named = process.argv.slice(2);

for (const recipe of recipes.filter(({ contract }) => named.length === 0 || named.includes(contract))) {
  const contract: ServiceContract = serviceContractShape.parse(json(`contracts/${recipe.contract}.json`));
  const random = seededRandom(recipe.seed);
  const workers: Worker[] = recipe.workers(contract, random);
  const leave = planLeave({
    workers,
    term: contract.term,
    calendar,
    random,
    teamQuota: recipe.teamQuota,
    sickDaysMean: recipe.sickDaysMean,
  });
  // Of the services that have ended every paper has lapsed.
  const papered = isRunning(contract) ? withPapers(workers, contract.term, recipe.seed) : workers;
  const team = teamShape.parse({ contract: contract.key, synthetic: true, workers: papered, leave });
  const text = await format(JSON.stringify(team), { parser: 'json', printWidth: 120 });
  writeFileSync(join(projectRoot, 'fixtures/teams', `${contract.key}.json`), text);
}

/** Whether the service goes on beyond the last year of which holidays are known. */
function isRunning({ term }: ServiceContract): boolean {
  return term.to >= '2027-01-01';
}
