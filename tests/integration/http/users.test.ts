import request from 'supertest';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { RecoveryCodes, SecondFactorSecret } from '../../../src/adapters/http/schemas/session.js';
import type { UserView } from '../../../src/adapters/http/schemas/users.js';
import { present } from '../../../src/shared/assert.js';
import { done } from '../../../src/shared/result.js';
import { codeOf } from '../../support/authenticator.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, type TestService, type Visitor } from './service.js';

eachDatabase((_name, open) => {
  describe('users over HTTP', () => {
    let service: TestService;
    let administrator: Visitor;
    beforeAll(async () => {
      service = await openService({}, await open());
      administrator = await service.visitor('administrator');
    });
    afterAll(() => service.close());

    const finance = { contract: 'shijingshan', role: 'finance', worker: null };
    const add = (login: string) => administrator.post('/api/v1/users', { login, name: '示例财务', grants: [finance] });
    const change = ({ id, revision }: Pick<UserView, 'id' | 'revision'>, body: object) =>
      administrator.patch(`/api/v1/users/${id}`, body).set('if-match', `"${String(revision)}"`);
    const signIn = (url: string) =>
      request(service.app)
        .post('/api/v1/session/link')
        .send({ token: present(url.split('sign-in=')[1], 'token') });

    it('lists them without anything of their passwords', async () => {
      const response = await administrator.get('/api/v1/users').expect(200);
      const { users } = response.body as { users: UserView[] };
      expect(users.map(({ login }) => login)).toContain('manager-shijingshan');
      expect(Object.keys(present(users[0], 'user')).sort()).toEqual(
        [
          'grants',
          'hasPassword',
          'hasSecondFactor',
          'id',
          'isActive',
          'lockedUntil',
          'login',
          'name',
          'revision',
        ].sort(),
      );
    });

    it('adds one, whose link signs in, and changes only what is given', async () => {
      const added = await add('new.finance').expect(201);
      const user = added.body as UserView;
      expect(added.headers['location']).toBe(`/api/v1/users/${user.id}`);
      const link = await administrator
        .post(`/api/v1/users/${user.id}/sign-in-link`, { resetPassword: false })
        .expect(201);
      const { url } = link.body as { url: string };
      expect(url).toMatch(/^http:\/\/zhiban\.test\/\?sign-in=[\w-]{43}$/u);
      const session = await signIn(url).expect(201);
      expect((session.body as { grants: unknown }).grants).toEqual([finance]);
      const changed = await change(user, { name: '改名' }).expect(200);
      expect(changed.body).toEqual({ ...user, name: '改名', revision: user.revision + 1 });
      expect(changed.headers['etag']).toBe(`"${String(user.revision + 1)}"`);
      const late = await change(user, { name: '晚到的改名' }).expect(412);
      expect((late.body as Problem).code).toBe('stale-version');
      await administrator.patch(`/api/v1/users/${user.id}`, { name: '无标记' }).expect(428);
    });

    it('ends the sessions and links of one who is switched off', async () => {
      const user = (await add('leaver').expect(201)).body as UserView;
      const leaver = await service.visitor('leaver');
      await leaver.get('/api/v1/session').expect(200);
      await change(user, { isActive: false }).expect(200);
      await leaver.get('/api/v1/session').expect(401);
      await administrator.post(`/api/v1/users/${user.id}/sign-in-link`, { resetPassword: true }).expect(404);
    });

    it('takes a forgotten password away', async () => {
      const user = (await add('forgetful').expect(201)).body as UserView;
      const visitor = await service.visitor('forgetful');
      await visitor.post('/api/v1/session/password', { current: null, next: 'some good password' }).expect(204);
      const link = await administrator
        .post(`/api/v1/users/${user.id}/sign-in-link`, { resetPassword: true })
        .expect(201);
      await signIn((link.body as { url: string }).url).expect(201);
      const { users } = (await administrator.get('/api/v1/users').expect(200)).body as { users: UserView[] };
      expect(users.find(({ id }) => id === user.id)?.hasPassword).toBe(false);
    });

    it('lifts a lock after too many wrong passwords', async () => {
      const user = (await add('fumbler').expect(201)).body as UserView;
      await service.world.unitOfWork.write(async ({ accounts }) => {
        const stored = present(await accounts.find(user.id), 'fumbler');
        await accounts.save({ ...stored, failedAttempts: 5, lockedUntil: '2026-05-06T05:00:00.000Z' });
        return done(null);
      });
      expect((await change(user, { isLocked: false }).expect(200)).body).toMatchObject({ lockedUntil: null });
    });

    it('asks for a one-time code once it is switched on, until the administrator takes it away', async () => {
      const user = (await add('careful').expect(201)).body as UserView;
      const visitor = await service.visitor('careful');
      const begun = (await visitor.post('/api/v1/session/second-factor').expect(201)).body as SecondFactorSecret;
      expect(begun.qrSvg).toContain('<svg');
      expect(begun.address).toContain(begun.secret);
      const code = codeOf(begun.secret, service.world.clock.now());
      const on = await visitor.post('/api/v1/session/second-factor/confirmation', { code }).expect(201);
      expect((on.body as RecoveryCodes).recoveryCodes).toHaveLength(10);
      const link = await administrator
        .post(`/api/v1/users/${user.id}/sign-in-link`, { resetPassword: false })
        .expect(201);
      const asked = await signIn((link.body as { url: string }).url).expect(401);
      expect((asked.body as Problem).code).toBe('second-factor-required');
      await administrator.delete(`/api/v1/users/${user.id}/second-factor`).expect(204);
      await signIn((link.body as { url: string }).url).expect(201);
    });

    it.each<[string, object, number, string]>([
      ['a login that is taken', { login: 'administrator' }, 409, 'conflict'],
      ['a role that does not exist', { grants: [{ ...finance, role: 'king' }] }, 400, 'body.grants.0.role'],
      ['everything for a manager', { grants: [{ ...finance, contract: '*' }] }, 400, 'invalid-input'],
      ['a contract that does not exist', { grants: [{ ...finance, contract: 'nowhere' }] }, 400, 'invalid-input'],
      ['a wrong type', { name: 5 }, 400, 'body.name'],
      ['an unknown field', { passwordHash: 'x' }, 400, 'passwordHash'],
    ])('refuses %s', async (_what, change, status, word) => {
      const user = { login: 'somebody', name: '某', grants: [finance], ...change };
      const answer = await administrator.post('/api/v1/users', user).expect(status);
      expect(JSON.stringify(answer.body)).toContain(word);
    });

    it('keeps the last administrator and knows no strangers', async () => {
      const own = administrator.session.user.id;
      const refused = await change({ id: own, revision: 1 }, { isActive: false }).expect(409);
      expect((refused.body as Problem).code).toBe('conflict');
      await change({ id: 'nobody', revision: 1 }, { name: 'x' }).expect(404);
      await administrator.post('/api/v1/users/nobody/sign-in-link', { resetPassword: false }).expect(404);
    });
  });
});
