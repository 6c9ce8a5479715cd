import type { CellStyle, WriteSheet } from 'hucre/xlsx';

const font = { name: '宋体', size: 10 };
const side = { style: 'thin' as const, color: { rgb: '808080' } };
const border = { top: side, right: side, bottom: side, left: side };

export const yuanFormat = '¥#,##0.00';
export const unitsFormat = '0.0#####';
/** Whole numbers, and what a person enters with a fraction. */
const countFormat = 'General';
export const dailyRateFormat = '#,##0.000000';

export const styles = {
  title: { font: { ...font, size: 14, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  text: { font, alignment: { vertical: 'center', wrapText: true } },
  warning: {
    font: { ...font, bold: true, color: { rgb: 'C00000' } },
    alignment: { vertical: 'center', wrapText: true },
  },
  heading: {
    font: { ...font, bold: true },
    border,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECF3' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  cell: { font, border, alignment: { vertical: 'center', wrapText: true } },
  units: { font, border, numFmt: unitsFormat, alignment: { horizontal: 'right', vertical: 'center' } },
  count: { font, border, numFmt: countFormat, alignment: { horizontal: 'right', vertical: 'center' } },
  yuan: { font, border, numFmt: yuanFormat, alignment: { horizontal: 'right', vertical: 'center' } },
  dailyRate: { font, border, numFmt: dailyRateFormat, alignment: { horizontal: 'right', vertical: 'center' } },
  centred: { font, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  total: { font: { ...font, bold: true }, border, alignment: { vertical: 'center', wrapText: true } },
  totalUnits: {
    font: { ...font, bold: true },
    border,
    numFmt: unitsFormat,
    alignment: { horizontal: 'right', vertical: 'center' },
  },
  totalCount: {
    font: { ...font, bold: true },
    border,
    numFmt: countFormat,
    alignment: { horizontal: 'right', vertical: 'center' },
  },
  totalYuan: {
    font: { ...font, bold: true },
    border,
    numFmt: yuanFormat,
    alignment: { horizontal: 'right', vertical: 'center' },
  },
} satisfies Record<string, CellStyle>;

/** A4 landscape, as wide as one page, page numbers below. */
export function printLayout(titleRow: number): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${titleRow}:$${titleRow}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  };
}
