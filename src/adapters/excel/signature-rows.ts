import type { SignatureBlock } from '../../domain/ledger/statement.js';
import type { SheetBuilder } from './sheet-builder.js';
import { styles } from './statement-styles.js';

/** Rows high enough to sign in and to set a seal on. */
const signatureHeight = 44;

export function addSignatures(builder: SheetBuilder, signatures: readonly SignatureBlock[], columns: number): void {
  builder.add([]);
  for (const { party, name, roles, hasSeal } of signatures) {
    const places = [
      ...roles.map(({ zh }) => `${zh}：＿＿＿＿＿＿＿＿`),
      ...(hasSeal ? ['（盖章）'] : []),
      '日期：＿＿＿＿年＿＿月＿＿日',
    ];
    const text = `${party.zh}（${name}）\u3000\u3000${places.join('\u3000\u3000')}`;
    builder.addWide(text, columns, styles.text, signatureHeight);
  }
}
