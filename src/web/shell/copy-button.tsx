import { App, Button } from 'antd';
import { useMessages } from '../messages/language.js';

/** Copies what is shown once, and says whether it could. */
export function CopyButton(props: {
  readonly text: string;
  readonly label: string;
  /** Something else is to be done first of all. */
  readonly isSecond?: true;
}) {
  const { text, label, isSecond = false } = props;
  const m = useMessages();
  const { message } = App.useApp();
  const copy = async (button: HTMLElement) => {
    if (await copyText(text, button)) void message.success(m.copied);
    else void message.warning(m.notCopied);
  };
  return (
    <Button type={isSecond ? 'default' : 'primary'} onClick={(event) => void copy(event.currentTarget)}>
      {label}
    </Button>
  );
}

/**
 * The clipboard API is closed on plain HTTP, which an intranet machine often serves, and may be refused elsewhere: then a
 * selection is copied, beside the button, since a dialog calls the focus back that leaves it.
 */
async function copyText(text: string, button: HTMLElement): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused: the selection may still do.
    }
  }
  const area = document.createElement('textarea');
  area.className = 'sr-only';
  area.value = text;
  button.after(area);
  area.select();
  // Deprecated, yet the only way on an insecure origin.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isCopied = document.execCommand('copy');
  area.remove();
  button.focus();
  return isCopied;
}
