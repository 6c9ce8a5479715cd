import { eachDatabase } from '../../support/databases.js';

eachDatabase((_name, open) => {
  it('lets readers finish, and refuses those who come after closing instead of letting them wait', async () => {
    const database = await open();
    const reading = database.unitOfWork.read(({ contracts }) => contracts.list());
    await database.close();
    expect(await reading).toEqual([]);
    await expect(database.unitOfWork.read(({ contracts }) => contracts.list())).rejects.toThrow();
  });
});
