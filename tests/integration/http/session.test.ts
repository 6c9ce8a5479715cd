import request from 'supertest';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { Session } from '../../../src/adapters/http/schemas/session.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, type TestService } from './service.js';

const password = 'correct horse battery';

eachDatabase((_name, open) => {
  describe('signing in', () => {
    let service: TestService;
    beforeAll(async () => {
      service = await openService({}, await open());
      const visitor = await service.visitor('manager-shijingshan');
      await visitor.post('/api/v1/session/password', { current: null, next: password }).expect(204);
    });
    afterAll(() => service.close());

    const signIn = (login: string, given: string) =>
      request(service.app).post('/api/v1/session').send({ login, password: given });

    it('answers who one is, with grants and the token for changes, and sets a cookie that no script can read', async () => {
      const answer = await signIn('manager-shijingshan', password).expect(201);
      const session = answer.body as Session;
      expect(session.user.login).toBe('manager-shijingshan');
      expect(session.grants).toEqual([{ contract: 'shijingshan', role: 'manager', worker: null }]);
      expect(session.csrfToken.length).toBeGreaterThan(20);
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(/HttpOnly/u);
      expect(cookie).toMatch(/SameSite=Strict/u);
      expect(JSON.stringify(answer.body)).not.toMatch(/plain:|passwordHash/u);
    });

    it('marks the cookie as secure where the service has TLS, and only then', async () => {
      const answer = await signIn('manager-shijingshan', password);
      expect(String(answer.headers['set-cookie'])).not.toMatch(/Secure/u);
      expect(answer.headers['strict-transport-security']).toBeUndefined();
      const tls = await openService({ publicUrl: 'https://zhiban.test' });
      const visitor = request(tls.app).get('/healthz');
      expect((await visitor).headers['strict-transport-security']).toMatch(/max-age/u);
      await tls.close();
    });

    it('gives a fresh session id, so that a planted one is worth nothing', async () => {
      const agent = request.agent(service.app);
      const first = await agent.post('/api/v1/session').send({ login: 'manager-shijingshan', password });
      const second = await agent.post('/api/v1/session').send({ login: 'manager-shijingshan', password });
      expect(String(second.headers['set-cookie'])).not.toBe(String(first.headers['set-cookie']));
    });

    it('tells an unknown login and a wrong password in one and the same words', async () => {
      const wrong = await signIn('manager-shijingshan', 'wrong password').expect(401);
      const unknown = await signIn('nobody', 'wrong password').expect(401);
      expect((wrong.body as Problem).detail).toBe((unknown.body as Problem).detail);
      expect(wrong.headers['content-type']).toMatch(/^application\/problem\+json/u);
    });

    it('locks after five failures in a row, even for the right password, until the time is over', async () => {
      const visitor = await service.visitor('finance-shijingshan');
      await visitor.post('/api/v1/session/password', { current: null, next: password }).expect(204);
      for (let attempt = 0; attempt < 5; attempt += 1) await signIn('finance-shijingshan', 'guess').expect(401);
      await signIn('finance-shijingshan', password).expect(401);
      service.world.clock.advance({ minutes: 16 });
      await signIn('finance-shijingshan', password).expect(201);
    });

    it('limits tries from one address', async () => {
      const limited = await openService({ limits: { signIn: 2 } });
      const tryOnce = () => request(limited.app).post('/api/v1/session').send({ login: 'x', password: 'y' });
      await tryOnce().expect(401);
      await tryOnce().expect(401);
      const third = await tryOnce().expect(429);
      expect((third.body as Problem).code).toBe('too-many-requests');
      expect(third.headers['retry-after']).toBeDefined();
      await limited.close();
    });

    it('refuses an expired or invented link', async () => {
      const answer = await request(service.app)
        .post('/api/v1/session/link')
        .send({ token: 'x'.repeat(43) });
      expect(answer.status).toBe(401);
    });

    it('ends with signing out', async () => {
      const visitor = await service.visitor('client-shijingshan');
      await visitor.get('/api/v1/session').expect(200);
      await visitor.delete('/api/v1/session').expect(204);
      await visitor.get('/api/v1/session').expect(401);
    });

    it('ends when the account is switched off', async () => {
      const visitor = await service.visitor('client-sujiatuo');
      await service.world.unitOfWork.write(async ({ accounts }) => {
        const user = await accounts.findByLogin('client-sujiatuo');
        if (user !== undefined) await accounts.save({ ...user, isActive: false });
        return { ok: true, value: null };
      });
      await visitor.get('/api/v1/session').expect(401);
    });

    it('ends the other sessions when the password changes, and every one when an administrator takes it away', async () => {
      const login = 'auditor-shijingshan';
      const [here, elsewhere] = [await service.visitor(login), await service.visitor(login)];
      await here.post('/api/v1/session/password', { current: null, next: password }).expect(204);
      await here.get('/api/v1/session').expect(200);
      await elsewhere.get('/api/v1/session').expect(401);
      const administrator = await service.visitor('administrator');
      const link = `/api/v1/users/${here.session.user.id}/sign-in-link`;
      await administrator.post(link, { resetPassword: true }).expect(201);
      await here.get('/api/v1/session').expect(401);
    });

    it('refuses a change without the token of the session, or with another one', async () => {
      const agent = request.agent(service.app);
      await agent.post('/api/v1/session').send({ login: 'manager-shijingshan', password }).expect(201);
      for (const token of [undefined, 'x'.repeat(64)]) {
        const change = agent.delete('/api/v1/session');
        const answer = await (token === undefined ? change : change.set('x-csrf-token', token));
        expect(answer.status).toBe(403);
        expect((answer.body as Problem).code).toBe('not-permitted');
      }
      await agent.get('/api/v1/session').expect(200);
    });

    it('keeps the password and the link out of the log', async () => {
      await signIn('manager-shijingshan', password);
      expect(service.logged.join('')).not.toContain(password);
      expect(service.logged.join('')).not.toMatch(/cookie/iu);
    });
  });
});
