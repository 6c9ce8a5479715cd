import { loadSample } from '../../../src/application/load-sample/load-sample.js';
import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { done } from '../../../src/shared/result.js';
import { openWorld } from '../../support/world.js';

describe('the sample', () => {
  it('loads once, and a second time changes nothing that people have done since', async () => {
    const world = await openWorld({ contracts: ['shijingshan'] });
    try {
      const { workers, users } = await world.unitOfWork.read(async ({ workforce, accounts }) => ({
        workers: await workforce.workers('shijingshan'),
        users: await accounts.users(),
      }));
      expect(users.map((user) => user.login)).toContain('manager-shijingshan');
      const [first] = workers;
      if (first !== undefined) {
        await world.unitOfWork.write(async ({ workforce }) => {
          await workforce.saveWorkers('shijingshan', [{ ...first, name: '改名' }]);
          return done(null);
        });
      }
      const fixtures = readFixtures();
      const contracts = fixtures.contracts.filter((contract) => contract.key === 'shijingshan');
      expect(await loadSample(world, { ...fixtures, contracts })).toEqual(
        done({ contracts: [], notices: [], users: [] }),
      );
      const after = await world.unitOfWork.read(({ workforce }) => workforce.workers('shijingshan'));
      expect(after.map((worker) => worker.name)).toEqual(
        workers.map((worker, index) => (index === 0 ? '改名' : worker.name)),
      );
    } finally {
      await world.close();
    }
  });
});
