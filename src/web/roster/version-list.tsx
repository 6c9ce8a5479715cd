import { Button } from 'antd';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import type { Shown } from './chosen-roster.js';
import { isSearched } from './proof-sheet.js';
import { publishedChoice } from './roster-choice.js';
import { useRosterName } from './roster-names.js';

/** Drafts and published versions that touch the period, newest first. */
export function VersionList({
  shown,
  choose,
  restore,
}: {
  readonly shown: Shown;
  readonly choose: (roster: string) => void;
  /** Makes a draft from a version; null for who doesn't plan. */
  readonly restore: ((roster: string) => void) | null;
}) {
  const { m, period, instant } = useLanguage();
  const nameOf = useRosterName(shown.summaries);
  const rows = [...shown.summaries].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <Sheet title={m.roster.versions} flush>
      <ul className="versions">
        {rows.map((one) => {
          const isShown = shown.choice === one.id || (shown.choice === publishedChoice && one.status === 'published');
          return (
            <li key={one.id} className={isShown ? 'is-shown' : ''}>
              <button
                type="button"
                onClick={() => {
                  choose(one.id);
                }}
                aria-pressed={isShown}
              >
                <span className="row">
                  {one.version === null ? (
                    <b className="badge mark-draft">{nameOf(one)}</b>
                  ) : (
                    <>
                      <b>{m.roster.version(one.version)}</b>
                      <span className={one.status === 'published' ? 'badge ok' : 'badge'}>
                        {m.roster.statuses[one.status]}
                      </span>
                    </>
                  )}
                  {one.isProvisional ? <span className="badge caution">{m.roster.provisional}</span> : null}
                </span>
                <span>{period(one)}</span>
                <span className="muted small">
                  {m.roster.versionFacts(
                    one.filledPostDays,
                    one.requiredPostDays,
                    one.vacancyCount,
                    one.proof === null || !isSearched(one.proof) ? null : m.percent(one.proof.gap),
                  )}
                </span>
                <span className="muted small">
                  {one.publishedAt === null
                    ? m.roster.createdAt(instant(one.createdAt))
                    : m.roster.publishedAt(instant(one.publishedAt))}
                </span>
              </button>
              {restore === null || one.status === 'draft' ? null : (
                <Button
                  type="link"
                  size="small"
                  className="restore"
                  aria-label={`${m.roster.version(one.version ?? 0)}: ${m.board.restore}`}
                  onClick={() => {
                    restore(one.id);
                  }}
                >
                  {m.board.restore}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
