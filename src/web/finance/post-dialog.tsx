import type { VacancyMonth } from '../../adapters/http/schemas/ledger.js';
import { useLanguage } from '../messages/language.js';
import { Money } from './money.js';
import { PostingDialog } from './posting-dialog.js';

/** Asks once more before a month goes to the journal, and says what that would enter, take back and leave. */
export function PostDialog({ data, close }: { readonly data: VacancyMonth; readonly close: () => void }) {
  const { m, monthName, local } = useLanguage();
  const words = m.finance;
  const { contract, month, posting, attendanceGap } = data;
  return (
    <PostingDialog
      contract={contract}
      path="vacancies"
      body={{ month }}
      title={words.postTitle(monthName(month))}
      button={words.post}
      thanks={words.posted(posting.posted, posting.reversed)}
      close={close}
    >
      <p style={{ margin: 0 }}>{words.postText}</p>
      {posting.reversed === 0 ? null : <div className="notice caution">{words.postAnswered}</div>}
      {attendanceGap === null ? null : <div className="notice caution">{local(attendanceGap)}</div>}
      <dl className="sums">
        {(['posted', 'reversed', 'unchanged'] as const).map((kind) => (
          <div key={kind}>
            <dt>{words.postCounts[kind]}</dt>
            <dd>{words.lineCount(posting[kind])}</dd>
          </div>
        ))}
      </dl>
      <dl className="sums">
        {(['undisputed', 'contested', 'total'] as const).map((side) => (
          <div key={side}>
            <dt>{words[side]}</dt>
            <dd>
              <Money amount={data[side].amountFen} />
            </dd>
          </div>
        ))}
      </dl>
    </PostingDialog>
  );
}
