import QRCode from 'qrcode';

/** The address as a picture for a telephone's camera, drawn here: no outside service learns a secret. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}
