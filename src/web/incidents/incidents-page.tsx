import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { incidentsQuery } from '../api/money-queries.js';
import { contractQuery } from '../api/queries.js';
import '../finance/finance.css';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { IncidentRegister } from './incident-register.js';
import './incidents.css';
import { RecordDialog } from './record-dialog.js';

/** 事件扣减: what happened under the deduction rules, what each event costs, and what the parties said to it. */
export function IncidentsPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const isFinance = useHolds('finance');
  const detail = useQuery(contractQuery(contract));
  const incidents = useQuery(incidentsQuery(contract));
  const [isRecording, setRecording] = useState(false);
  const recording = (
    <Button
      type="primary"
      onClick={() => {
        setRecording(true);
      }}
    >
      {m.incidents.record}
    </Button>
  );
  const canRecord = isFinance && incidents.data !== undefined && detail.data !== undefined;
  return (
    <Page
      title={m.incidents.title}
      lead={m.incidents.lead}
      actions={canRecord && incidents.data.length > 0 ? recording : null}
    >
      <Loaded query={incidents}>
        {(list) =>
          list.length === 0 ? (
            <Empty
              title={m.incidents.emptyTitle}
              text={isFinance ? m.incidents.emptyText : m.incidents.emptyForOthers}
              action={canRecord ? recording : null}
            />
          ) : (
            <Loaded query={detail}>{(found) => <IncidentRegister contract={found} incidents={list} />}</Loaded>
          )
        }
      </Loaded>
      {isRecording && detail.data !== undefined ? (
        <RecordDialog
          contract={detail.data}
          close={() => {
            setRecording(false);
          }}
        />
      ) : null}
    </Page>
  );
}
