import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { present } from '../../../src/shared/assert.js';
import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import { effectiveTerm, findings } from '../../../src/domain/contract/findings.js';
import type { ServiceContract } from '../../../src/domain/contract/service-contract.js';
import type { Worker } from '../../../src/domain/workforce/worker.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';

const fixtures = readFixtures();
const calendar = serviceCalendar({ notices: fixtures.notices, overrides: [] });
const contract = (key: string): ServiceContract =>
  present(
    fixtures.contracts.find((item) => item.key === key),
    key,
  );
const team = (key: string): readonly Worker[] =>
  present(
    fixtures.teams.find((item) => item.contract === key),
    key,
  ).workers;
const keys = (key: string): string[] =>
  findings(contract(key), { confirmations: [], calendar }).map((finding) => finding.key);
const english = (of: ServiceContract, workers: readonly Worker[]): string[] =>
  findings(of, { confirmations: [], team: workers })
    .filter(({ key }) => key.startsWith('covenant-'))
    .map(({ text }) => text.en);

const decision = {
  key: 'term',
  value: { from: '2025-12-26', to: '2026-12-25' },
  document: 'Letter 12',
  recordedAt: '2026-01-05T01:00:00.000Z',
};

describe('a term that ended before the contract was signed', () => {
  const anding = contract('anding');

  it('blocks everything and says by how many days', () => {
    const refused = effectiveTerm(anding, []);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'term-unconfirmed', details: { finding: 'term', clause: '第一条1.2' } },
    });
    const found = findings(anding, { confirmations: [] }).filter(({ key }) => key === 'term');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'error', blocks: 'everything', isSettled: false });
    expect(found[0]?.text.en).toContain('355 days before signing');
  });

  it('is settled by a confirmation that names its document', () => {
    expect(effectiveTerm(anding, [decision])).toEqual({ ok: true, value: { from: '2025-12-26', to: '2026-12-25' } });
    expect(findings(anding, { confirmations: [decision] }).find(({ key }) => key === 'term')).toMatchObject({
      blocks: 'nothing',
      isSettled: true,
    });
  });

  it.each([
    ['no document', { ...decision, document: ' ' }],
    ['no such day', { ...decision, value: { from: '2025-02-30', to: '2026-12-25' } }],
    ['reversed dates', { ...decision, value: { from: '2026-12-25', to: '2025-12-26' } }],
    ['another question', { ...decision, key: 'payment-clock' }],
  ])('stays blocked with %s', (_, confirmation) => {
    expect(effectiveTerm(anding, [confirmation]).ok).toBe(false);
  });

  it('takes the latest of two decisions', () => {
    const later = {
      ...decision,
      value: { from: '2025-12-16', to: '2026-12-15' },
      recordedAt: '2026-02-01T01:00:00.000Z',
    };
    expect(effectiveTerm(anding, [later, decision])).toMatchObject({ value: { from: '2025-12-16' } });
  });

  it('leaves expired and live contracts with their own terms', () => {
    expect(effectiveTerm(contract('horqin'), [])).toEqual({
      ok: true,
      value: { from: '2023-05-09', to: '2024-05-08' },
    });
    expect(effectiveTerm(contract('sujiatuo'), [])).toEqual({
      ok: true,
      value: { from: '2026-04-02', to: '2027-04-01' },
    });
  });
});

describe('figures that a contract shows by itself', () => {
  it.each([
    ['shijingshan', 'price-per-post', '140 × ¥111,650.00'],
    ['sujiatuo', 'odd-fen', 'the odd 4 fen'],
    ['sujiatuo', 'night-hours', 'counts 15.5 hours'],
    ['horqin', 'early-payment', '70 days before'],
    ['horqin', 'due-on-rest-day-third', '2023-10-28'],
    ['shijingshan', 'provisional-days', '91 days of the term from 2027-01-01'],
  ])('%s: %s', (key, finding, words) => {
    expect(
      findings(contract(key), { confirmations: [], calendar }).find((item) => item.key === finding)?.text.en,
    ).toContain(words);
  });

  it('names contracts without posts', () => {
    expect(
      ['changping', 'shijingshan', 'horqin', 'sujiatuo', 'anding'].filter((key) => keys(key).includes('headcount')),
    ).toEqual(['changping', 'horqin', 'anding']);
  });

  it('holds back Changping’s invoices until the payee is cleared', () => {
    const payee = (confirmations: (typeof decision)[]) =>
      findings(contract('changping'), { confirmations }).find(({ key }) => key === 'payee');
    expect(payee([])).toMatchObject({ blocks: 'invoicing', isSettled: false });
    expect(payee([{ ...decision, key: 'payee' }])).toMatchObject({ blocks: 'nothing', isSettled: true });
    expect(effectiveTerm(contract('changping'), []).ok).toBe(true);
  });

  it('sees instalments that no longer add up', () => {
    const changed = { ...contract('anding'), amountFen: fen(214632001) };
    expect(findings(changed, { confirmations: [] }).find(({ key }) => key === 'instalment-sum')).toMatchObject({
      blocks: 'invoicing',
    });
  });

  it('lists each key once', () => {
    for (const { key } of fixtures.contracts) expect(new Set(keys(key)).size).toBe(keys(key).length);
  });
});

describe('covenants against the team', () => {
  const sujiatuo = contract('sujiatuo');
  const eleven = team('sujiatuo');

  it('is content with the sample team of Sujiatuo', () => {
    expect(english(sujiatuo, eleven)).toEqual([]);
  });

  it('counts a leaver from the day after', () => {
    const changed = eleven.map((worker) =>
      worker.code === 'S009' ? { ...worker, leftOn: civilDate('2026-06-30') } : worker,
    );
    expect(english(sujiatuo, changed)).toEqual(
      expect.arrayContaining(['From 2026-07-01: people on strength: 10, fewer than the agreed 11: refill or replace.']),
    );
  });

  it('counts 35 as 35 or younger until the 36th birthday', () => {
    const born = ['1990-04-02', '1990-09-15', '1995-01-01', '1996-01-01', '1997-01-01'];
    const aged = eleven.map((worker, index) => ({ ...worker, bornOn: civilDate(born[index] ?? '1980-01-01') }));
    const text = english(sujiatuo, aged);
    // The first was born on the term's first day 36 years before: already 36.
    expect(text).toEqual([
      'From 2026-04-02: people aged 35 or younger: 4, fewer than the agreed 5: refill or replace.',
    ]);
    const younger = aged.map((worker, index) =>
      index === 0 ? { ...worker, bornOn: civilDate('1994-02-28') } : worker,
    );
    expect(english(sujiatuo, younger)).toEqual([
      'From 2026-09-15: people aged 35 or younger: 4, fewer than the agreed 5: refill or replace.',
    ]);
  });

  it('compares the bachelor share exactly: 79 of 99 is not 80 %', () => {
    const changping = contract('changping');
    const [model] = team('changping').filter((worker) => worker.function === 'intake');
    const staff = (bachelors: number, all: number) =>
      Array.from({ length: all }, (_, index): Worker => ({
        ...present(model, 'model'),
        bornOn: civilDate('1999-01-01'),
        education: index < bachelors ? 'bachelor' : 'college',
      }));
    const short = (bachelors: number, all: number) =>
      english(changping, staff(bachelors, all)).some((text) => text.includes('bachelor'));
    expect(short(79, 99)).toBe(true);
    expect(short(80, 100)).toBe(false);
  });

  it('misses a manager who left', () => {
    const without = team('changping').filter((worker) => worker.role !== 'project-manager');
    expect(english(contract('changping'), without)).toEqual(
      expect.arrayContaining([expect.stringContaining('Project manager: 0')]),
    );
  });

  it('names people whose gates are open', () => {
    expect(english(contract('shijingshan'), team('shijingshan')).join()).toContain('W155 not confirmed by the client');
  });
});
