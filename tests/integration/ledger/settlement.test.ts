import { agreeToReading } from '../../../src/application/readings/answer-reading.js';
import { presentLedgerEffect } from '../../../src/application/readings/ledger-effect.js';
import { previewEffect } from '../../../src/application/readings/preview-effect.js';
import { proposeReading } from '../../../src/application/readings/propose-reading.js';
import { actualSettlement } from '../../../src/application/actual-settlement/actual-settlement.js';
import { presentActualSettlement } from '../../../src/application/actual-settlement/present.js';
import { changeContract, undoChange } from '../../../src/application/change-contract/change-contract.js';
import { previewChange } from '../../../src/application/change-contract/preview-change.js';
import { answerLines } from '../../../src/application/answer-lines/answer-lines.js';
import { recordIncident, revokeIncident, listIncidents } from '../../../src/application/incidents/incidents.js';
import { monthLines } from '../../../src/application/month-lines/month-lines.js';
import { reverseEntry } from '../../../src/application/reverse-entry/reverse-entry.js';
import { enterAmountBase } from '../../../src/application/settlement/enter-amount-base.js';
import { holdPayment, releasePayment } from '../../../src/application/settlement/hold-payment.js';
import { cancelInvoice, meetCondition, recordInvoice } from '../../../src/application/settlement/prepare-instalment.js';
import { makePaper } from '../../../src/application/papers/make-paper.js';
import { viewContract } from '../../../src/application/view-contract/view-contract.js';
import { presentSettlement } from '../../../src/application/settlement/present.js';
import { viewSettlement } from '../../../src/application/settlement/read-settlement.js';
import { recordPayment } from '../../../src/application/settlement/record-payment.js';
import { settleInstalment } from '../../../src/application/settlement/settle-instalment.js';
import { verify } from '../../../src/application/verify/verify.js';
import type { IncidentFacts } from '../../../src/domain/ledger/deductions/incident.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate, monthOf } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { openWorld, type World } from '../../support/world.js';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message.en}`);
  return result.value;
}
function codeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.refusal.code;
}

eachDatabase((name, open) => {
  describe(`settlement (${name})`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({
        database: await open(),
        contracts: ['shijingshan', 'sujiatuo', 'changping', 'anding'],
        today: '2026-06-20',
      });
    });
    afterAll(() => world.close());

    const record = (contract: string, rule: string, date: string, facts: IncidentFacts) =>
      recordIncident(world, { contract, rule, date: civilDate(date), facts, evidence: '巡查记录', document: '通知书' });
    const error = (date: string, grade = 'grave') =>
      record('shijingshan', 'error', date, {
        ...{ family: 'shareOfTotalBySeverity', grade, isExcepted: false },
        example: `${grade}-other`,
      });
    const settlement = async (contract: string) =>
      presentSettlement(valueOf(await viewSettlement(world, { contract })), (id) => id);
    const first = async (contract: string, index = 0) =>
      present((await settlement(contract)).instalments[index], 'instalment');
    const agreeAll = async (contract: string, date: string) => {
      const month = monthOf(civilDate(date));
      const { lines, revision } = valueOf(await monthLines(world, { contract, month }));
      const ids = lines.filter(({ open: entry }) => entry !== null).map(({ id }) => id);
      const client = world.as('client');
      const said = { answer: 'agreed', note: '', expectedRevision: revision } as const;
      return valueOf(await answerLines(client, { contract, month, lines: ids, ...said }));
    };
    const meetAll = async (contract: string, key: string) => {
      const count = (await settlement(contract)).instalments.find((each) => each.key === key)?.conditions.length ?? 0;
      for (let condition = 0; condition < count; condition += 1)
        valueOf(
          await meetCondition(world, {
            contract,
            instalment: key,
            condition,
            metOn: civilDate('2026-06-18'),
            document: '凭证',
          }),
        );
    };
    const isSound = async () => valueOf(await verify(world)).contracts.flatMap(({ problems }) => problems);

    it('第十九条: four grave errors are posted as lines that stop at the cap, and one struck off frees its share', async () => {
      for (const day of ['11', '12', '13', '14']) valueOf(await error(`2026-05-${day}`));
      const costs = async () =>
        valueOf(await listIncidents(world, { contract: 'shijingshan' })).map(({ line }) => line?.amountFen ?? null);
      expect(await costs()).toEqual([1_563_100, 4_689_300, 4_689_300, 4_689_300]);
      const [latest] = valueOf(await listIncidents(world, { contract: 'shijingshan' }));
      expect(latest).toMatchObject({ phase: 'proposed', bookedIn: '2026-05' });
      const struck = valueOf(await listIncidents(world, { contract: 'shijingshan' })).at(-1)?.incident.id ?? '';
      const revoke = { contract: 'shijingshan', id: struck, note: '复核不成立' };
      valueOf(await revokeIncident(world, revoke));
      expect(await costs()).toEqual([4_689_300, 4_689_300, 4_689_300, null]);
      expect(codeOf(await revokeIncident(world, revoke))).toBe('conflict');
      expect(await isSound()).toEqual([]);
    });

    it('第十四条: what the client withholds is neither settled nor paid until it is released (SJS-22)', async () => {
      const contract = 'shijingshan';
      const client = world.as('client');
      const all = { contract, instalment: null, document: '整改通知〔2026〕6号' };
      const hold = (change: object = {}) => holdPayment(client, { ...all, reason: '未按约定补足岗位', ...change });
      const release = (change: object = {}) => releasePayment(client, { ...all, document: '整改验收意见', ...change });
      for (const change of [{ reason: ' ' }, { document: ' ' }])
        expect(codeOf(await hold(change))).toBe('invalid-input');
      expect(codeOf(await hold({ instalment: 'third' }))).toBe('not-found');
      expect(codeOf(await hold({ contract: 'sujiatuo', instalment: null }))).toBe('conflict');
      expect(codeOf(await release())).toBe('conflict');

      valueOf(await hold());
      expect(codeOf(await hold())).toBe('conflict');
      expect(codeOf(await release({ instalment: 'second' }))).toBe('conflict');
      const { holds, instalments, paymentHold } = await settlement(contract);
      expect(paymentHold?.clause).toBe('第十四条');
      expect(holds).toMatchObject([
        { instalment: null, reason: '未按约定补足岗位', document: '整改通知〔2026〕6号', recordedBy: 'client' },
      ]);
      expect(instalments.map(({ isHeld }) => isHeld)).toEqual([true, true, true]);
      const settled = await settleInstalment(world, { contract, instalment: 'second', document: '结算单' });
      expect(settled.ok ? null : settled.refusal.message.en).toMatch(/withholds every instalment until.*released/u);
      const paid = { contract, purpose: 'instalment', instalment: 'first', paidOn: civilDate('2026-06-18') } as const;
      const payment = await recordPayment(world, { ...paid, yuan: '1.00', document: '回单' });
      expect(payment.ok ? null : payment.refusal.message.zh).toMatch(/暂停支付全部款项.*解除暂停/u);
      const paper = valueOf(await makePaper(world, { contract, kind: 'instalment-settlement', period: 'first' }));
      expect(paper.warnings).toContain(
        '甲方依第十四条暂停支付全部款项，待乙方更正：未按约定补足岗位（整改通知〔2026〕6号）。',
      );
      expect(valueOf(await viewContract(world, { contract })).confirmations).toEqual([]);

      valueOf(await release());
      expect((await settlement(contract)).holds).toEqual([]);
      expect(
        valueOf(await makePaper(world, { contract, kind: 'payment-request', period: 'first' })).warnings,
      ).toHaveLength(1);
      expect(await isSound()).toEqual([]);
    });

    it('refuses what the rule does not take, and says what it needs', async () => {
      expect(codeOf(await error('2026-07-01'))).toBe('outside-term');
      expect(codeOf(await error('2026-05-11', 'catastrophic'))).toBe('invalid-input');
      const unlisted = { family: 'shareOfTotalBySeverity', grade: 'grave', isExcepted: false } as const;
      expect(codeOf(await record('shijingshan', 'error', '2026-05-11', unlisted))).toBe('invalid-input');
      expect(codeOf(await record('shijingshan', 'vacancy', '2026-05-11', { family: 'sumOnEvent' }))).toBe(
        'invalid-input',
      );
      expect(codeOf(await record('anding', 'termination', '2024-05-01', { family: 'sumOnEvent' }))).toBe(
        'term-unconfirmed',
      );
    });

    it('第十四条: an instalment settles when its conditions have come true, bearing what is agreed (V21)', async () => {
      const contract = 'shijingshan';
      expect((await settlement(contract)).pending.yuan).toBe('140679.00');
      expect((await first(contract)).deducted.fen).toBe(0);
      await agreeAll(contract, '2026-05-11');
      expect(await first(contract)).toMatchObject({ status: 'open', deducted: { yuan: '140679.00' } });
      const settle = (instalment: string) => settleInstalment(world, { contract, instalment, document: '结算单1号' });
      expect(codeOf(await settle('first'))).toBe('conflict');
      await meetAll(contract, 'first');
      expect(codeOf(await settle('second'))).toBe('conflict');
      const invoice = { contract, number: 'FP001', instalment: 'first', issuedOn: civilDate('2026-06-18') };
      const early = { ...invoice, issuedOn: civilDate('2026-06-21'), yuan: '7674821.00' };
      for (const wrong of [{ ...invoice, yuan: '一百' }, early])
        expect(codeOf(await recordInvoice(world, wrong))).toBe('invalid-input');
      valueOf(await recordInvoice(world, { ...invoice, yuan: '7674821.00' }));
      valueOf(await recordInvoice(world, { ...invoice, yuan: '7674821.00' }));
      expect(codeOf(await recordInvoice(world, { ...invoice, yuan: '1.00' }))).toBe('conflict');
      const held = { contract, instalment: 'first', document: '整改通知〔2026〕5号' };
      valueOf(await holdPayment(world.as('client'), { ...held, reason: '未按期提交月度总结' }));
      const refused = await settle('first');
      expect(refused.ok ? null : refused.refusal.message.zh).toBe(
        '甲方依第十四条暂停支付“首付款”，待乙方更正：未按期提交月度总结（整改通知〔2026〕5号）。请先更正，并凭甲方文件解除暂停，再结算或登记付款。',
      );
      expect(codeOf(refused)).toBe('conflict');
      valueOf(await releasePayment(world.as('client'), { ...held, document: '整改验收意见' }));
      valueOf(await settle('first'));
      expect(await first(contract)).toMatchObject({
        status: 'settled',
        fee: { yuan: '7815500.00' },
        net: { yuan: '7674821.00' },
        outstanding: { yuan: '7674821.00' },
      });
      expect(codeOf(await settle('first'))).toBe('conflict');
      expect(await isSound()).toEqual([]);
    });

    it('takes payments up to what is outstanding, and a settlement back only without them', async () => {
      const contract = 'shijingshan';
      const pay = (yuan: string) =>
        recordPayment(world, {
          contract,
          purpose: 'instalment',
          instalment: 'first',
          yuan,
          paidOn: civilDate('2026-06-19'),
          document: '回单',
        });
      expect(codeOf(await pay('7674821.01'))).toBe('conflict');
      valueOf(await pay('7000000.00'));
      valueOf(await pay('674821.00'));
      const { status, payments, settlement: settled } = await first(contract);
      expect([status, payments.length]).toEqual(['paid', 2]);
      const takeBack = (entry: string) =>
        reverseEntry(world, { contract, entry, reason: 'reversal-entry-error', note: '金额有误' });
      expect(codeOf(await takeBack(settled?.entry ?? ''))).toBe('conflict');
      const entry = payments[0]?.entry ?? '';
      expect(codeOf(await reverseEntry(world, { contract, entry, reason: 'waiver', note: '免除' }))).toBe('conflict');
      for (const payment of payments) valueOf(await takeBack(payment.entry));
      valueOf(await takeBack(settled?.entry ?? ''));
      expect((await first(contract)).status).toBe('ready');
      valueOf(await settleInstalment(world, { contract, instalment: 'first', document: '结算单2号' }));
      expect(await isSound()).toEqual([]);
    });

    it('a deduction that falls away after its instalment was settled is given back by the next', async () => {
      const contract = 'shijingshan';
      const [latest] = valueOf(await listIncidents(world, { contract }));
      valueOf(await revokeIncident(world, { contract, id: latest?.incident.id ?? '', note: '仲裁撤销' }));
      expect(await first(contract, 1)).toMatchObject({
        deducted: { yuan: '-46893.00' },
        net: { yuan: '3950130.00' },
      });
      expect(await isSound()).toEqual([]);
    });

    it('V21: a reading agreed on moves what is borne, and the preview says so before', async () => {
      const contract = 'shijingshan';
      const proposal = { contract, item: 'V21', option: 'final', from: civilDate('2026-04-02') };
      const effect = presentLedgerEffect(valueOf(await previewEffect(world, proposal)));
      expect(effect.incidents.lines.map(({ before, after }) => [before.instalment, after.instalment])).toEqual(
        effect.incidents.lines.map(() => [null, 'final']),
      );
      expect(effect.incidents.lines.length).toBeGreaterThan(0);
      const net = presentLedgerEffect(valueOf(await previewEffect(world, { ...proposal, item: 'V24', option: 'net' })));
      expect(net.incidents.afterFen).toBeLessThan(net.incidents.beforeFen);
      const before = valueOf(await listIncidents(world, { contract })).map(({ line }) => line?.instalment);
      expect(before.every((instalment) => instalment !== 'final')).toBe(true);
      const asked = { ...proposal, party: 'contractor', document: '纪要', note: '' } as const;
      const { number } = valueOf(await proposeReading(world, asked));
      const client = world.as('client');
      valueOf(await agreeToReading(client, { contract, number, party: 'client', document: '复函' }));
      const posted = valueOf(await monthLines(world, { contract, month: monthOf(civilDate('2026-05-11')) }));
      const open = posted.lines.filter(({ open: entry }) => entry !== null).map(({ line }) => line);
      expect(open.map((line) => ('instalment' in line ? line.instalment : null))).toEqual(open.map(() => 'final'));
      expect(await isSound()).toEqual([]);
    });

    it('M24: another version of the total changes open deductions in the journal, and the last unsettled instalment', async () => {
      const contract = 'shijingshan';
      const enter = (from: string) =>
        enterAmountBase(world, { contract, yuan: '15000000.00', from: civilDate(from), document: '拨付通知' });
      expect(codeOf(await enter('2026-04-01'))).toBe('outside-term');
      valueOf(await enter('2026-06-01'));
      valueOf(await error('2026-06-02', 'minor'));
      const { line } = present(valueOf(await listIncidents(world, { contract }))[0], 'incident');
      expect([line?.amountFen, line?.base?.document]).toEqual([1_500_000, '拨付通知']);
      const { instalments } = await settlement(contract);
      expect(instalments.map(({ adjustment }) => adjustment.yuan)).toEqual(['0.00', '0.00', '-631000.00']);
    });

    it('二、1 (STJ-10, STJ-11): a total above the procured one by more than a tenth, 1,943,150.00, is refused', async () => {
      const enter = (yuan: string) =>
        enterAmountBase(world, { contract: 'sujiatuo', yuan, from: civilDate('2027-04-01'), document: '续签协议' });
      const refused = await enter('1943150.01');
      expect([codeOf(refused), refused.ok ? '' : refused.refusal.message.zh]).toEqual([
        'invalid-input',
        expect.stringContaining('¥1,943,150.00'),
      ]);
      expect(codeOf(await enter('1943150.00'))).toBe('done');
      // Back to the procured amount, so that what follows is reckoned on it.
      valueOf(await enter('1766500.00'));
    });

    it('九、3 (STJ-19, STJ-23): the service month bears its own failures, and what it has no room for goes on', async () => {
      const contract = 'sujiatuo';
      for (let number = 0; number < 3; number += 1)
        valueOf(
          await record(contract, 'failure', '2026-05-10', { family: 'shareOfMonthFee', rootCause: `原因${number}` }),
        );
      valueOf(await record(contract, 'confidentiality', '2026-05-11', { family: 'sumOnEvent' }));
      await agreeAll(contract, '2026-05-11');
      const { instalments, debt } = await settlement(contract);
      expect(instalments.slice(0, 5).map(({ net }) => net.yuan)).toEqual([
        '0.00',
        '0.00',
        '66243.74',
        '147208.33',
        '147208.33',
      ]);
      expect(debt.fen).toBe(0);
    });

    it('第十八条、第十九条 (CP-27): the final instalment bears the damages, and a doubtful payee blocks invoices', async () => {
      const contract = 'changping';
      const facts = { family: 'fixedPerIncident', grade: 'complaint', count: 3 } as const;
      valueOf(await record(contract, 'incident', '2026-05-12', facts));
      await agreeAll(contract, '2026-05-12');
      const { instalments, blocks } = await settlement(contract);
      expect(instalments.map(({ deducted }) => deducted.yuan)).toEqual(['0.00', '0.00', '15000.00']);
      expect(blocks.length).toBeGreaterThan(0);
      const invoice = { contract, number: 'CP1', instalment: 'first', yuan: '1.00', issuedOn: civilDate('2026-06-01') };
      expect(codeOf(await recordInvoice(world, invoice))).toBe('conflict');
      expect(codeOf(await cancelInvoice(world, { contract, number: 'CP1', note: '作废' }))).toBe('not-found');
    });

    it('第十六条、第十七条 (SJS-23, SJS-24): on any day, what was served against what was paid', async () => {
      const value = async (contract: string, on: string, termination: string | null = null) =>
        actualSettlement(world, { contract, on: civilDate(on), termination });
      expect(codeOf(await value('shijingshan', '2026-04-01'))).toBe('outside-term');
      expect(codeOf(await value('shijingshan', '2026-06-21'))).toBe('outside-term');
      expect(codeOf(await value('shijingshan', '2026-05-31', 'confidentiality'))).toBe('invalid-input');
      expect(codeOf(await value('anding', '2024-05-31'))).toBe('term-unconfirmed');
      // Two whole service months and ten days of the third; three failures agreed, and a breach of confidentiality.
      const { balances, incidents, periods } = presentActualSettlement(
        valueOf(await value('sujiatuo', '2026-06-11', 'unilateral-termination')),
      );
      expect(periods.map((period) => period.value.yuan)).toEqual(['147208.33', '147208.33', '49069.44']);
      expect(incidents.at(-1)).toMatchObject({ clause: '九、2', amount: { yuan: '353300.00' }, counts: true });
      expect(balances).toMatchObject([
        {
          standard: 'service-time',
          served: { yuan: '343486.10' },
          deductions: { yuan: '728681.25' },
          paid: { yuan: '0.00' },
          balance: { yuan: '-385195.15' },
        },
      ]);
      // Without attendance nothing of a post is served, and what was paid goes back.
      const hall = presentActualSettlement(valueOf(await value('shijingshan', '2026-05-31', 'client-termination')));
      const paid = (await settlement('shijingshan')).instalments.reduce((sum, each) => sum + each.paid.fen, 0);
      expect(hall.daysWithoutAttendance.length).toBeGreaterThan(30);
      expect(hall.posts.every(({ served, required }) => served.exact === '0' && required.exact !== '0')).toBe(true);
      const [approved, price] = hall.balances;
      expect([approved?.balance, price?.served?.fen, price?.damages.yuan]).toEqual([null, 0, '156310.00']);
      expect(price?.balance?.fen).toBe(15_631_000 - (price?.deductions.fen ?? 0) - paid);
    });

    it('what concerns a closed month goes into the first open one, with its own date in the line', async () => {
      const contract = 'sujiatuo';
      const sealed = await world.unitOfWork.write(async ({ ledger }) => {
        const entries = await ledger.entriesOf(contract, monthOf(civilDate('2026-04-01')));
        expect(entries).toEqual([]);
        await ledger.saveSeal({
          contract,
          month: monthOf(civilDate('2026-04-01')),
          amountFen: fen(0),
          lastSequence: 0,
          recordedAt: world.clock.now(),
        });
        return done(null);
      });
      valueOf(sealed);
      valueOf(await record(contract, 'failure', '2026-04-20', { family: 'shareOfMonthFee', rootCause: '迟到' }));
      const may = valueOf(await monthLines(world, { contract, month: monthOf(civilDate('2026-05-01')) }));
      const late = present(
        may.lines.find(({ line }) => line.date === '2026-04-20'),
        'late line',
      );
      expect([late.open?.effectiveDate, late.open?.recordedAt]).toEqual(['2026-05-01', expect.any(String)]);
      expect(await isSound()).toEqual([]);
    });

    describe('a changed deduction rule', () => {
      const contract = 'changping';
      const source = { document: '补充协议二', note: '' };
      const rule = async () => {
        const found = await world.unitOfWork.read(({ contracts }) => contracts.find(contract));
        const incident = present(
          found?.deductions.find(({ key }) => key === 'incident'),
          'rule',
        );
        if (incident.family !== 'fixedPerIncident') throw new Error(incident.family);
        const grades = incident.grades.map((grade) => ({ ...grade, amountFen: fen(grade.amountFen * 2) }));
        return { part: 'deductions' as const, key: 'incident', value: { ...incident, grades, clause: '补充协议二' } };
      };
      const costs = async () =>
        valueOf(await listIncidents(world, { contract })).map(({ incident, line }) => [incident.date, line?.amountFen]);
      const change = async (from: string, expectedRevision: number, value?: null) => {
        const item = value === undefined ? await rule() : { part: 'deductions' as const, key: 'incident', value };
        return changeContract(world, { contract, ...item, from: civilDate(from), ...source, expectedRevision });
      };

      it('prices what happens from its day on, shows that beforehand, and posts it in the journal', async () => {
        const facts = { family: 'fixedPerIncident', grade: 'complaint', count: 1 } as const;
        valueOf(await record(contract, 'incident', '2026-06-05', facts));
        const proposal = { contract, ...(await rule()), from: civilDate('2026-06-01') };
        const effect = valueOf(await previewChange(world, proposal));
        expect(effect.rosters).toEqual([]);
        const { incidents } = presentLedgerEffect(present(effect.ledger, 'ledger'));
        expect(incidents).toMatchObject({ beforeFen: 500_000, afterFen: 1_000_000, lines: [{ date: '2026-06-05' }] });
        valueOf(await change('2026-06-01', 0));
        expect(await costs()).toEqual([
          ['2026-06-05', 1_000_000],
          ['2026-05-12', 1_500_000],
        ]);
        const june = valueOf(await monthLines(world, { contract, month: monthOf(civilDate('2026-06-05')) }));
        const posted = june.lines.filter(({ open: entry }) => entry !== null).map(({ line }) => line);
        expect(posted).toMatchObject([{ amountFen: 1_000_000, clause: '补充协议二' }]);
        expect(await isSound()).toEqual([]);
      });

      it('never loses the rule of what happened, and goes back as it came', async () => {
        expect(codeOf(await change('2026-06-03', 1, null))).toBe('conflict');
        valueOf(await change('2026-06-06', 1, null));
        const facts = { family: 'fixedPerIncident', grade: 'complaint', count: 1 } as const;
        expect(codeOf(await record(contract, 'incident', '2026-06-06', facts))).toBe('invalid-input');
        valueOf(await undoChange(world, { contract, number: 1, ...source, expectedRevision: 2 }));
        expect(await costs()).toEqual([
          ['2026-06-05', 500_000],
          ['2026-05-12', 1_500_000],
        ]);
        expect(await isSound()).toEqual([]);
      });
    });

    it('第十六条 (SJS-23): what the client owes is paid entry by entry, the oldest first', async () => {
      const contract = 'shijingshan';
      const event = { family: 'sumOnEvent' } as const;
      for (const day of ['15', '16']) valueOf(await record(contract, 'client-termination', `2026-06-${day}`, event));
      await agreeAll(contract, '2026-06-15');
      const pay = (yuan: string, document: string) =>
        recordPayment(world, {
          ...{ contract, purpose: 'damages', instalment: null, yuan, document, paidOn: civilDate('2026-06-19') },
        });
      valueOf(await pay('100000.00', '回单1'));
      valueOf(await pay('100000.00', '回单2'));
      const { claims, damages, damagesPaid } = await settlement(contract);
      expect(claims.map((claim) => [claim.purpose, claim.line?.date, claim.paid.yuan, claim.outstanding.yuan])).toEqual(
        [
          ['damages', '2026-06-15', claims[0]?.amount.yuan, '0.00'],
          ['damages', '2026-06-16', claims[1]?.paid.yuan, claims[1]?.outstanding.yuan],
        ],
      );
      expect(claims.map(({ payments }) => payments.map(({ document }) => document))).toEqual([
        ['回单1', '回单2'],
        ['回单2'],
      ]);
      expect(damagesPaid.fen).toBe(claims.reduce((sum, claim) => sum + claim.paid.fen, 0));
      expect(codeOf(await pay('1000000.00', '回单3'))).toBe('conflict');
      expect(damages.fen).toBe(claims.reduce((sum, claim) => sum + claim.amount.fen, 0));
      expect(await isSound()).toEqual([]);
    });
  });
});
