import request from 'supertest';
import type { FeedAddress, FeedState } from '../../../src/adapters/http/schemas/feeds.js';
import { present } from '../../../src/shared/assert.js';
import { assignmentOf, publishSeries } from '../../support/publications.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, type TestService, type Visitor } from './service.js';

eachDatabase((_name, open) => {
  describe('the calendar feed', () => {
    let service: TestService;
    let staff: Visitor;
    let manager: Visitor;
    let worker: string;
    const feedOf = (code: string) => `/api/v1/contracts/shijingshan/workers/${code}/feed`;
    const issue = async (): Promise<string> => {
      const { url } = (await staff.post(feedOf(worker)).expect(201)).body as FeedAddress;
      return url.replace('http://zhiban.test', '');
    };

    beforeAll(async () => {
      service = await openService({}, await open());
      staff = await service.visitor('staff-shijingshan');
      manager = await service.visitor('manager-shijingshan');
      worker = present(staff.session.grants[0]?.worker, 'worker');
      const [events = []] = publishSeries([[assignmentOf({ worker, date: '2026-05-07' })]]);
      await service.world.unitOfWork.write(async ({ feeds }) => {
        await feeds.saveEvents(
          'shijingshan',
          events.map((event) => ({ ...event, contract: 'shijingshan' })),
        );
        return { ok: true, value: null };
      });
    });
    afterAll(() => service.close());

    it('is served without a session, as text that only this person’s calendar keeps', async () => {
      const answer = await request(service.app)
        .get(await issue())
        .expect(200);
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(answer.text).toMatch(/^BEGIN:VCALENDAR\r\n/u);
      expect(answer.text).toContain('BEGIN:VEVENT');
      expect(answer.headers['cache-control']).toMatch(/^private, max-age=\d+$/u);
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      expect(answer.headers['etag']).toMatch(/^"[^"]+"$/u);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });

    it('gives the same bytes and the same tag again, and 304 to who has them', async () => {
      const address = await issue();
      const first = await request(service.app).get(address);
      const second = await request(service.app).get(address);
      expect(second.text).toBe(first.text);
      const etag = String(first.headers['etag']);
      const since = String(first.headers['last-modified']);
      const unchanged = await request(service.app).get(address).set('If-None-Match', etag).expect(304);
      expect(unchanged.text).toBe('');
      expect(unchanged.headers['etag']).toBe(etag);
      await request(service.app).get(address).set('If-Modified-Since', since).expect(304);
      await request(service.app).get(address).set('If-None-Match', '"other"').expect(200);
      // The tag decides, RFC 9110 13.2.2.
      await request(service.app)
        .get(address)
        .set('If-None-Match', '"other"')
        .set('If-Modified-Since', since)
        .expect(200);
      await request(service.app).get(address).set('If-Modified-Since', 'Thu, 01 Jan 1970 00:00:00 GMT').expect(200);
    });

    it('answers HEAD with the same headers and no body', async () => {
      const address = await issue();
      const whole = await request(service.app).get(address).set('Accept-Encoding', 'identity');
      const head = await request(service.app).head(address).set('Accept-Encoding', 'identity').expect(200);
      expect(head.text as string | undefined).toBeFalsy();
      for (const name of ['etag', 'last-modified', 'content-type', 'content-length'])
        expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
    });

    it('is 404 for an unknown, a malformed and a withdrawn secret alike', async () => {
      const address = await issue();
      await staff.delete(feedOf(worker)).expect(204);
      const details = [];
      for (const path of [
        address,
        `/calendar/${'x'.repeat(43)}.ics`,
        '/calendar/short.ics',
        '/calendar/..%2f..%2fetc.ics',
      ]) {
        const answer = await request(service.app).get(path).expect(404);
        details.push(answer.headers['content-type']);
      }
      expect(new Set(details)).toEqual(new Set(['application/problem+json; charset=utf-8']));
    });

    it('stops the earlier address when a new one is given', async () => {
      const first = await issue();
      const second = await issue();
      await request(service.app).get(first).expect(404);
      await request(service.app).get(second).expect(200);
    });

    it('shows its secret once, with a picture for the telephone, and afterwards only its state', async () => {
      const given = (await manager.post(feedOf('W001')).expect(201)).body as FeedAddress;
      expect(given.qrSvg).toMatch(/^<svg[^>]*>.*<\/svg>\s*$/su);
      const secret = present(/calendar\/(.+)\.ics/u.exec(given.url)?.[1], 'secret');
      const before = (await manager.get(feedOf('W001')).expect(200)).body as FeedState;
      expect(before).toMatchObject({ isIssued: true, lastFetchedAt: null, versionSeen: null });
      expect(JSON.stringify(before)).not.toContain(secret);
      await request(service.app).get(`/calendar/${secret}.ics`).expect(200);
      const after = (await manager.get(feedOf('W001'))).body as FeedState;
      expect(after.lastFetchedAt).not.toBeNull();
    });

    it('lets a member keep their own only; a colleague’s looks like none at all', async () => {
      const colleague = worker === 'W001' ? 'W002' : 'W001';
      for (const code of [colleague, 'W999']) {
        await staff.get(feedOf(code)).expect(404);
        await staff.post(feedOf(code)).expect(404);
        await staff.delete(feedOf(code)).expect(404);
      }
    });

    it('keeps the secret out of the log', async () => {
      const address = await issue();
      await request(service.app).get(`${address}?x=1`).expect(200);
      const secret = present(/calendar\/(.+)\.ics/u.exec(address)?.[1], 'secret');
      expect(service.logged.join('')).toContain('/calendar/[secret]');
      expect(service.logged.join('')).not.toContain(secret);
    });

    it('limits how often one address asks', async () => {
      const limited = await openService({ limits: { feed: 2 } });
      const path = `/calendar/${'x'.repeat(43)}.ics`;
      await request(limited.app).get(path).expect(404);
      await request(limited.app).get(path).expect(404);
      await request(limited.app).get(path).expect(429);
      await limited.close();
    });
  });
});
