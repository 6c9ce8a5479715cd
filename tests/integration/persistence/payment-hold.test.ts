import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { PaymentHold1793000027000 } from '../../../src/adapters/persistence/migrations/payment-hold.js';
import type { ServiceContract } from '../../../src/domain/contract/service-contract.js';
import { present } from '../../../src/shared/assert.js';
import { fen } from '../../../src/shared/fen.js';
import { done } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';

const shipped = present(
  readFixtures().contracts.find(({ key }) => key === 'shijingshan'),
  'Shijingshan',
);

eachDatabase((_name, open) => {
  /** A contract as it was stored before the clause was shipped, and what the migration makes of it. */
  const migrated = async (stored: ServiceContract) => {
    const database = await open();
    await database.unitOfWork.write(async ({ contracts }) => {
      await contracts.save(stored);
      return done(null);
    });
    const runner = database.source.createQueryRunner();
    try {
      await new PaymentHold1793000027000().up(runner);
    } finally {
      await runner.release();
    }
    return await database.unitOfWork.read(({ contracts }) => contracts.file(stored.key));
  };
  const before = { ...shipped, paymentHold: undefined };

  it('gives Shijingshan, entered before its file had it, the clause by which payment is withheld', async () => {
    expect(shipped.paymentHold?.clause).toBe('第十四条');
    expect(await migrated(before)).toEqual(shipped);
  });

  it('leaves a clause that is there, a contract of another amount and other contracts alone', async () => {
    const own = { ...present(shipped.paymentHold, 'clause'), clause: '补充协议二' };
    expect((await migrated({ ...shipped, paymentHold: own }))?.paymentHold).toEqual(own);
    expect((await migrated({ ...before, amountFen: fen(1) }))?.paymentHold).toBeUndefined();
    expect((await migrated({ ...before, key: 'elsewhere' }))?.paymentHold).toBeUndefined();
  });
});
