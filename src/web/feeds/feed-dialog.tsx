import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { Worker } from '../../adapters/http/schemas/workforce.js';
import { feedQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Loaded } from '../shell/states.js';
import { FeedDesk } from './feed-desk.js';

export function FeedDialog({
  contract,
  worker,
  close,
}: {
  readonly contract: string;
  readonly worker: Worker;
  readonly close: () => void;
}) {
  useFocusReturn();
  const { m } = useLanguage();
  const state = useQuery(feedQuery(contract, worker.code));
  return (
    <Modal
      open
      width={640}
      title={m.feeds.titleOf(worker.name ?? worker.code, worker.code)}
      onCancel={close}
      footer={null}
    >
      <Loaded query={state}>{(data) => <FeedDesk contract={contract} worker={worker.code} state={data} />}</Loaded>
    </Modal>
  );
}
