import { done, refuse } from '../../../src/shared/result.js';
import type { Repositories } from '../../../src/application/ports/index.js';
import { eachDatabase } from '../../support/databases.js';
import { civilDate } from '../../../src/shared/civil-date.js';

const wrong = { zh: '错', en: 'wrong' };
const notice = (year: number) => ({
  year,
  document: 'test',
  days: [{ date: civilDate(`${year}-01-01`), name: '元旦', isOffDay: true }],
});
const years = async (repositories: Repositories) => (await repositories.calendars.notices()).map((row) => row.year);
const pause = () => new Promise((resolve) => setTimeout(resolve, 15));

eachDatabase((_name, open) => {
  it('commits what was done and rolls back what was refused', async () => {
    const { unitOfWork } = await open();
    const kept = await unitOfWork.write(async ({ calendars }) => {
      await calendars.saveNotice(notice(2025));
      return done(1);
    });
    const refused = await unitOfWork.write(async ({ calendars }) => {
      await calendars.saveNotice(notice(2026));
      return refuse('conflict', wrong);
    });
    expect([kept.ok, refused.ok]).toEqual([true, false]);
    expect(await unitOfWork.read(years)).toEqual([2025]);
  });

  it('rolls back when the work throws', async () => {
    const { unitOfWork } = await open();
    const failing = unitOfWork.write(async ({ calendars }) => {
      await calendars.saveNotice(notice(2025));
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect(await unitOfWork.read(years)).toEqual([]);
    expect((await unitOfWork.write(() => Promise.resolve(done(0)))).ok).toBe(true);
  });

  it('keeps overlapping transactions apart: one that rolls back takes nothing of the others along', async () => {
    const { unitOfWork } = await open();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        unitOfWork.write(async ({ calendars }) => {
          await calendars.saveNotice(notice(2020 + index));
          await pause();
          await calendars.saveNotice(notice(2120 + index));
          return index % 3 === 0 ? refuse('conflict', wrong) : done(index);
        }),
      ),
    );
    const kept = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    expect(kept).toHaveLength(8);
    expect(await unitOfWork.read(years)).toEqual([...kept.map((i) => 2020 + i), ...kept.map((i) => 2120 + i)]);
  });

  it('reads only what is committed, except inside the work itself', async () => {
    const { unitOfWork } = await open();
    const seen: number[][] = [];
    let letReaderIn = () => {};
    const readerMayStart = new Promise<void>((resolve) => {
      letReaderIn = resolve;
    });
    const outside = readerMayStart.then(() => unitOfWork.read(years));
    await unitOfWork.write(async (repositories) => {
      await repositories.calendars.saveNotice(notice(2025));
      seen.push(await years(repositories), await unitOfWork.read(years));
      letReaderIn();
      seen.push(await outside);
      return done(null);
    });
    seen.push(await unitOfWork.read(years));
    expect(seen).toEqual([[2025], [2025], [], [2025]]);
  });

  it('shows one reader one state, whatever is committed in between', async () => {
    const { unitOfWork } = await open();
    await unitOfWork.write(async ({ calendars }) => {
      await calendars.saveNotice(notice(2025));
      return done(null);
    });
    const writeNext = (year: number) =>
      unitOfWork.write(async ({ calendars }) => {
        await calendars.saveNotice(notice(year));
        return done(null);
      });
    const seen = await unitOfWork.read(async (repositories) => {
      const before = await years(repositories);
      const written = await writeNext(2026);
      return { before, isWritten: written.ok, after: await years(repositories) };
    });
    expect(seen).toEqual({ before: [2025], isWritten: true, after: [2025] });
    expect(await unitOfWork.read(years)).toEqual([2025, 2026]);
  });

  it('serves more readers at once than it has connections', async () => {
    const { unitOfWork } = await open();
    const reading = Array.from({ length: 40 }, () =>
      unitOfWork.read(async (repositories) => {
        await pause();
        return years(repositories);
      }),
    );
    expect(await Promise.all(reading)).toEqual(reading.map(() => []));
  });

  it('undoes only the nested work that was refused', async () => {
    const { unitOfWork } = await open();
    await unitOfWork.write(async ({ calendars }) => {
      await calendars.saveNotice(notice(2024));
      const inner = await unitOfWork.write(async (nested) => {
        await nested.calendars.saveNotice(notice(2025));
        await unitOfWork.write(async (deepest) => {
          await deepest.calendars.saveNotice(notice(2026));
          return done(null);
        });
        return refuse('conflict', wrong);
      });
      expect(inner.ok).toBe(false);
      await Promise.all(
        [2027, 2028].map((year) =>
          unitOfWork.write(async (nested) => {
            await nested.calendars.saveNotice(notice(year));
            await pause();
            return year === 2027 ? done(null) : refuse('conflict', wrong);
          }),
        ),
      );
      return done(null);
    });
    expect(await unitOfWork.read(years)).toEqual([2024, 2027]);
  });
});
