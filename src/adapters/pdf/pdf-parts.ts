import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { SignatureBlock } from '../../domain/ledger/statement.js';

const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const fontFile = (weight: string) => join(fontFolder, weight, `NotoSansSC_${weight}.ttf`);

/** Only the font files are read and no address outside is ever opened. */
export async function renderPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const regular = fontFile('400Regular');
  const bold = fontFile('700Bold');
  pdfmake.setFonts({ NotoSansSC: { normal: regular, bold, italics: regular, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));
  return pdfmake.createPdf(definition).getBuffer();
}

export const gridLayout: CustomTableLayout = {
  hLineWidth: () => 0.4,
  vLineWidth: () => 0.4,
  hLineColor: () => '#9aa4b2',
  vLineColor: () => '#9aa4b2',
  paddingLeft: () => 2.5,
  paddingRight: () => 2.5,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};

export function blanks(count: number): TableCell[] {
  return Array.from({ length: count }, () => '');
}

/** Where both parties sign and set their seals. */
export function signatureTable(blocks: readonly SignatureBlock[]): Content {
  const cells: TableCell[] = blocks.map(({ party, name, roles, hasSeal }) => ({
    stack: [
      { text: `${party.zh}：${name}`, bold: true, fontSize: 9 },
      { text: hasSeal ? '（盖章）' : ' ', color: '#6b7280', margin: [0, 22, 0, 22] },
      { text: roles.map(({ zh }) => `${zh}：＿＿＿＿＿＿＿＿＿`).join('\u3000\u3000') },
      { text: '日期：＿＿＿＿＿年＿＿＿月＿＿＿日', margin: [0, 8, 0, 2] },
    ],
    margin: [6, 4, 6, 4],
  }));
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    table: { widths: blocks.map(() => '*'), body: [cells] },
    layout: gridLayout,
  };
}

/** Below every page: which paper in which version it belongs to, and where in it. */
export function footerText(of: {
  readonly title: string;
  readonly version: number;
  readonly hash: string;
  readonly page: number;
  readonly pages: number;
}): string {
  const { title, version, hash, page, pages } = of;
  return `${title}\u3000版本 ${String(version)}\u3000${hash.slice(0, 12)}\u3000第 ${String(page)} 页，共 ${String(pages)} 页`;
}

/**
 * The font has no characters beyond the basic plane: a rare one is written as its code point instead of an empty box.
 * Of characters that were coded twice it has the one that normal forms keep.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(
      /[\u{10000}-\u{10FFFF}]/gu,
      (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`,
    );
}
