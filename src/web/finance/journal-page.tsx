import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { JournalEntry } from '../../adapters/http/schemas/ledger.js';
import { journalQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import type { JournalSearch } from '../searches.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { Closing } from './closing.js';
import './finance.css';
import { JournalEntries } from './journal-entries.js';
import { MonthBar, useMonth } from './month-bar.js';
import { ReversalDialog } from './reversal-dialog.js';

/** Append-only: an entry is never edited, a mistake is taken back by a second entry with its reason. */
export function JournalPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const month = useMonth();
  const { entry: asked }: JournalSearch = useSearch({ strict: false });
  const journal = useQuery(journalQuery(contract, month));
  const [reversing, setReversing] = useState<JournalEntry | null>(null);
  return (
    <Page title={m.journal.title} marks={<MonthBar month={month} />} lead={m.journal.lead}>
      <Closing contract={contract} month={month} />
      <Sheet title={m.journal.entries} flush>
        <Loaded query={journal}>
          {(entries) =>
            entries.length === 0 ? (
              <Empty title={m.journal.emptyTitle} text={m.journal.emptyText} />
            ) : (
              <JournalEntries
                key={`${month} ${String(asked)}`}
                contract={contract}
                entries={entries}
                asked={asked}
                reverse={setReversing}
              />
            )
          }
        </Loaded>
      </Sheet>
      {reversing === null ? null : (
        <ReversalDialog
          contract={contract}
          entry={reversing}
          close={() => {
            setReversing(null);
          }}
        />
      )}
    </Page>
  );
}
