import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { StaffingBasis, TeamSize } from '../../../src/adapters/http/schemas/staffing.js';
import { openService, type TestService, type Visitor } from './service.js';

const base = '/api/v1/contracts/sujiatuo/staffing';
const month = 'from=2026-06-01&to=2026-06-28';

/** Domain fact 4.1: four agents hold the seat only with overtime; without it the desk needs 4.8 after its hours, so five. */
describe('staffing over HTTP', () => {
  let service: TestService;
  let manager: Visitor;
  beforeAll(async () => {
    service = await openService();
    manager = await service.visitor('manager-sujiatuo');
  });
  afterAll(() => service.close());

  it('names the groups, and the working days that leave is a share of', async () => {
    const basis = (await manager.get(`${base}?${month}`).expect(200)).body as StaffingBasis;
    expect(basis).toEqual({ postGroups: ['desk/hotline', 'desk/lead', 'desk/appeals', 'desk/data'], workingDays: 248 });
  });

  it('proves how many people hold the seat around the clock', async () => {
    const sized = (await manager.get(`${base}/size?${month}&postGroup=desk/hotline`).expect(200)).body as TeamSize;
    expect(sized).toMatchObject({ posts: 1, onStrength: 4 });
    expect(sized.size).toMatchObject({
      withOvertime: { people: 4, atLeast: 4, because: { kind: 'search' } },
      atNormalTime: { people: 5, atLeast: 5, because: { kind: 'search' } },
    });
  });

  it('sizes the whole contract for people who can serve everywhere', async () => {
    const day = 'from=2026-06-01&to=2026-06-01';
    const sized = (await manager.get(`${base}/size?${day}`).expect(200)).body as TeamSize;
    expect(sized).toMatchObject({ onStrength: 11 });
    expect(sized.size?.withOvertime.people).toBe(sized.size?.withOvertime.atLeast);
  });

  it('has nothing to size where nothing is to be manned', async () => {
    const sunday = 'from=2026-06-07&to=2026-06-07&postGroup=desk/lead';
    const sized = (await manager.get(`${base}/size?${sunday}`).expect(200)).body as TeamSize;
    expect(sized.size).toBeNull();
  });

  it('refuses unknown groups, and more days than it takes', async () => {
    const unknown = await manager.get(`${base}/size?${month}&postGroup=desk/none`).expect(404);
    expect((unknown.body as Problem).detail).toContain('desk/none');
    const year = await manager.get(`${base}?from=2026-04-02&to=2026-12-31`).expect(400);
    expect((year.body as Problem).detail).toContain('2026-07-02');
  });
});
