import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessLog, BackupList, VerificationOfAll } from '../../../src/adapters/http/schemas/administration.js';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import { present } from '../../../src/shared/assert.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, type TestService, type Visitor } from './service.js';

eachDatabase((name, open) => {
  describe('administration over HTTP', () => {
    let service: TestService;
    let administrator: Visitor;
    beforeAll(async () => {
      service = await openService({}, await open());
      administrator = await service.visitor('administrator');
    });
    afterAll(() => service.close());

    const days = 'from=2026-05-06&to=2026-05-06';
    const logOf = async (visitor: Visitor, path: string) => (await visitor.get(path).expect(200)).body as AccessLog;

    it('tells who saw what, by day, user and action, newest first', async () => {
      const manager = await service.visitor('manager-shijingshan');
      const other = await service.visitor('manager-sujiatuo');
      await manager.get('/api/v1/contracts/shijingshan/workers').expect(200);
      service.world.clock.advance({ minutes: 1 });
      await manager.get('/api/v1/contracts/shijingshan/leave?from=2026-05-01&to=2026-05-31').expect(200);
      await other.get('/api/v1/contracts/sujiatuo/workers').expect(200);

      const all = await logOf(administrator, `/api/v1/access-log?${days}`);
      expect(all.entries.map(({ contract, action }) => `${contract} ${action}`).sort()).toEqual([
        'shijingshan leave.view',
        'shijingshan workers.view',
        'sujiatuo workers.view',
      ]);
      expect(all.entries.at(-1)).toMatchObject({ action: 'workers.view', user: { login: 'manager-shijingshan' } });
      expect(all.entries.find(({ action }) => action === 'leave.view')?.subject).toBe(
        '/contracts/shijingshan/leave?from=2026-05-01&to=2026-05-31',
      );
      expect(all.isCut).toBe(false);
      const one = await logOf(
        administrator,
        `/api/v1/access-log?${days}&action=workers.view&user=${other.session.user.id}`,
      );
      expect(one.entries.map(({ contract }) => contract)).toEqual(['sujiatuo']);
      expect((await logOf(administrator, '/api/v1/access-log?from=2026-05-07&to=2026-05-08')).entries).toEqual([]);
    });

    it('shows an auditor their own contract only', async () => {
      const auditor = await service.visitor('auditor-shijingshan');
      const { entries } = await logOf(auditor, `/api/v1/contracts/shijingshan/access-log?${days}`);
      expect(new Set(entries.map(({ contract }) => contract))).toEqual(new Set(['shijingshan']));
      await auditor.get(`/api/v1/contracts/sujiatuo/access-log?${days}`).expect(404);
      await auditor.get(`/api/v1/access-log?${days}`).expect(403);
    });

    it('verifies every contract at once', async () => {
      const verified = (await administrator.get('/api/v1/verification').expect(200)).body as VerificationOfAll;
      expect(verified.isSound).toBe(true);
      expect(verified.contracts.map(({ contract }) => contract).sort()).toEqual(['shijingshan', 'sujiatuo']);
    });

    it('makes a whole copy beside the data, or says why it can not', async () => {
      const made = await administrator.post('/api/v1/backups');
      if (name === 'PostgreSQL') {
        expect((made.body as Problem).detail).toContain('pg_dump');
        return;
      }
      expect(made.status).toBe(201);
      const list = (await administrator.get('/api/v1/backups').expect(200)).body as BackupList;
      const [file] = list.backups;
      expect(made.body).toEqual(file);
      const bytes = readFileSync(join(list.folder, present(file, 'backup').name));
      expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3');
      expect(bytes.length).toBe(file?.bytes);
    });
  });
});
