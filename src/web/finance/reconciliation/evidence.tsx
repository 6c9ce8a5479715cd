import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DifferenceItem, Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import { address, request } from '../../api/client.js';
import { useMessages } from '../../messages/language.js';
import { FilePick } from '../../shell/file-pick.js';
import { Refused } from '../../shell/states.js';

/** The files of a difference, to be saved by both parties and added to by those who work on it. */
export function Evidence(props: {
  readonly month: Reconciliation;
  readonly item: DifferenceItem;
  readonly canAdd: boolean;
}) {
  const m = useMessages();
  const client = useQueryClient();
  const { month, item } = props;
  const path = `/contracts/${month.contract}/reconciliations/${month.month}/evidence`;
  const [file, setFile] = useState<File | null>(null);
  const adding = useMutation({
    mutationFn: (chosen: File) => {
      const body = new FormData();
      body.set('difference', item.key);
      body.set('file', chosen);
      return request(path, { method: 'POST', body });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract', month.contract, 'reconciliation'] });
      setFile(null);
    },
  });
  return (
    <section className="stack">
      <h3>{m.reconciliation.evidence}</h3>
      {item.evidence.length === 0 ? (
        <p className="muted" style={{ margin: 0 }}>
          {m.reconciliation.noEvidence}
        </p>
      ) : null}
      <ul className="difference-history">
        {item.evidence.map((one) => (
          <li key={one.id}>
            <a href={address(`${path}/${one.id}`)} download>
              {one.name}
            </a>{' '}
            <span className="small muted">{`${m.reconciliation.kilobytes(one.size)} · ${one.addedBy}`}</span>
          </li>
        ))}
      </ul>
      {props.canAdd ? (
        <FilePick
          label={m.reconciliation.evidenceFile}
          accept=".pdf,.png,.jpg,.jpeg,.xlsx"
          file={file}
          onPick={(picked) => {
            setFile(picked);
            adding.reset();
          }}
        >
          <Button
            disabled={file === null}
            loading={adding.isPending}
            onClick={() => {
              if (file !== null) adding.mutate(file);
            }}
          >
            {m.reconciliation.addEvidence}
          </Button>
        </FilePick>
      ) : null}
      <Refused error={adding.error} />
    </section>
  );
}
