import { BaseDialog } from './base-dialog.js';
import { ConditionDialog } from './condition-dialog.js';
import { HoldDialog, ReleaseDialog } from './hold-dialogs.js';
import { InvoiceDialog, VoidDialog } from './invoice-dialogs.js';
import { PaymentDialog } from './payment-dialog.js';
import { SettleDialog } from './settle-dialog.js';
import type { Step, StepDialog } from './step.js';

export function SettlementDialog({ step, ...rest }: StepDialog & { readonly step: Step }) {
  switch (step.kind) {
    case 'condition':
      return <ConditionDialog {...rest} {...step} />;
    case 'invoice':
      return <InvoiceDialog {...rest} {...step} />;
    case 'void':
      return <VoidDialog {...rest} {...step} />;
    case 'settle':
      return <SettleDialog {...rest} {...step} />;
    case 'payment':
      return <PaymentDialog {...rest} {...step} />;
    case 'hold':
      return <HoldDialog {...rest} {...step} />;
    case 'release':
      return <ReleaseDialog {...rest} {...step} />;
    case 'base':
      return <BaseDialog {...rest} />;
  }
}
