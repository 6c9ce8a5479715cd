import { useState } from 'react';
import { PostingDialog } from '../finance/posting-dialog.js';
import { useLanguage } from '../messages/language.js';
import { DayField } from '../shell/fields.js';
import { DocumentField } from '../shell/text-fields.js';
import { today } from '../shell/today.js';
import type { StepDialog } from './step.js';

/** A condition that the instalment waited for, with what shows that it has come true. */
export function ConditionDialog(props: StepDialog & { readonly instalment: string; readonly condition: number }) {
  const { m, local } = useLanguage();
  const [metOn, setMetOn] = useState<string>(today());
  const [written, setDocument] = useState('');
  const { settlement, instalment, condition, close } = props;
  const text = settlement.instalments.find(({ key }) => key === instalment)?.conditions[condition]?.text;
  const document = written.trim();
  return (
    <PostingDialog
      contract={settlement.contract}
      path="settlement/conditions"
      body={document === '' ? null : { instalment, condition, metOn, document }}
      title={m.settlement.meetTitle}
      button={m.settlement.meet}
      thanks={m.settlement.meetDone}
      close={close}
    >
      <strong>{text === undefined ? '' : local(text)}</strong>
      <DayField label={m.settlement.metOnLabel} value={metOn} onChange={setMetOn} />
      <DocumentField
        isNeeded
        label={m.settlement.meetDocument}
        example={m.settlement.meetExample}
        value={written}
        onChange={setDocument}
      />
    </PostingDialog>
  );
}
