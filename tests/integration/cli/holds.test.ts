import { CommandLineInside } from './command-line.js';

interface Shown {
  readonly holds: { readonly instalment: string | null; readonly text: { readonly zh: string } }[];
  readonly instalments: { readonly key: string; readonly isHeld: boolean }[];
}

describe('settlement hold and release, by the command line', () => {
  const line = new CommandLineInside();
  afterAll(() => {
    line.discard();
  });
  const contract = ['--contract', 'shijingshan'];
  const settlement = async (...args: string[]) => {
    const { code, body } = await line.json('settlement', ...args);
    return { code, body: body as Shown };
  };

  it('withholds an instalment, shows it, releases it, and refuses a second release', async () => {
    const first = [...contract, '--instalment', 'first'];
    const held = await settlement('hold', ...first, '--reason', '月度总结逾期', '--document', '整改通知〔2026〕5号');
    expect(held.code).toBe(0);
    expect(held.body.holds).toMatchObject([
      {
        instalment: 'first',
        text: { zh: '甲方依第十四条暂停支付“首付款”，待乙方更正：月度总结逾期（整改通知〔2026〕5号）。' },
      },
    ]);
    const shown = await line.run('settlement', 'show', ...contract);
    expect(shown.out).toMatch(/^first .*暂停支付 withheld/mu);
    expect(shown.out).toMatch(/^second (?!.*暂停支付)/mu);
    expect(shown.out).toContain('Under 第十四条 the client withholds “First instalment”');
    const released = await settlement('release', ...first, '--document', '整改验收意见');
    expect(released.body).toMatchObject({ holds: [], instalments: [{ isHeld: false }, {}, {}] });
    const again = await line.run('settlement', 'release', ...first, '--document', '整改验收意见');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('没有暂停支付')]);
  });

  it('refuses it for a contract without the clause', async () => {
    const { code, err } = await line.run(
      ...['settlement', 'hold', '--contract', 'sujiatuo', '--reason', '违约', '--document', '通知'],
    );
    expect([code, err]).toEqual([1, expect.stringContaining('没有约定更正前可拒绝付款')]);
  });
});
