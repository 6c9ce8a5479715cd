import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import type { ConfirmationRequest, ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { request } from '../api/client.js';
import { useLanguage } from '../messages/language.js';
import { DayField } from '../shell/fields.js';
import { DocumentField } from '../shell/text-fields.js';
import { Refused } from '../shell/states.js';

/**
 * The contract contradicts itself on its term: nothing is computed until a person says, with a document, what holds
 * (domain facts, V/M register item M13).
 */
export function ConfirmTerm({ detail }: { readonly detail: ContractDetail }) {
  const { m, local } = useLanguage();
  const reasons = detail.findings.filter((finding) => finding.blocks === 'everything' && !finding.isSettled);
  const mayConfirm = detail.role === 'administrator' || detail.role === 'manager';
  return (
    <section className="notice short" aria-labelledby="term-unconfirmed">
      <h2 id="term-unconfirmed">{m.contract.blockedTitle}</h2>
      {reasons.map((finding) => (
        <p key={finding.key}>
          {local(finding.text)} <span className="clause">{finding.clause}</span>
        </p>
      ))}
      <p>{m.contract.blockedWhatToDo}</p>
      {mayConfirm ? <TermForm detail={detail} /> : <p className="muted">{m.contract.blockedAskManager}</p>}
    </section>
  );
}

function TermForm({ detail }: { readonly detail: ContractDetail }) {
  const { m } = useLanguage();
  const client = useQueryClient();
  const contract = detail.document.key;
  const [from, setFrom] = useState<string>(detail.document.term.from);
  const [to, setTo] = useState<string>(detail.document.term.to);
  const [document, setDocument] = useState('');
  const confirmation = useMutation({
    mutationFn: (body: ConfirmationRequest) =>
      request(`/contracts/${contract}/confirmations`, { method: 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contracts'] });
      await client.invalidateQueries({ queryKey: ['contract', contract] });
    },
  });
  const isReady = from !== '' && to > from && document.trim() !== '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isReady) confirmation.mutate({ key: 'term', value: { from, to }, document: document.trim() });
  };
  return (
    <form className="confirm-form" onSubmit={submit}>
      <DayField label={m.contract.termFrom} value={from} onChange={setFrom} />
      <DayField label={m.contract.termTo} value={to} onChange={setTo} />
      <DocumentField
        isWide
        label={m.contract.confirmDocument}
        value={document}
        example={m.contract.confirmDocumentExample}
        onChange={setDocument}
      />
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={confirmation.isPending}>
        {m.contract.confirmTerm}
      </Button>
      <div className="wide">
        <Refused error={confirmation.error} />
      </div>
    </form>
  );
}
