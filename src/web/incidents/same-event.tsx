import { useQuery } from '@tanstack/react-query';
import { fen, yuanText } from '../../shared/fen.js';
import { linesQuery } from '../api/money-queries.js';
import { useMessages } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';

/** Phases in which a line counts. */
const inForce: ReadonlySet<string> = new Set(['proposed', 'agreed', 'disputed']);

/** The posted vacancy of the day that is the same event, so that nothing is taken twice (V20). */
export function SameEvent(props: {
  readonly contract: string;
  readonly date: string;
  readonly value: string;
  readonly choose: (line: string) => void;
}) {
  const m = useMessages();
  const lines = useQuery(linesQuery(props.contract, props.date.slice(0, 7))).data?.lines ?? [];
  const ofDay = lines.filter(({ date, phase }) => date === props.date && inForce.has(phase));
  return (
    <ChoiceField
      label={m.incidents.sameEvent}
      isDisabled={ofDay.length === 0}
      value={props.value}
      onChange={props.choose}
      options={[
        { value: '', label: ofDay.length === 0 ? m.incidents.noVacancy : m.incidents.ownEvent },
        ...ofDay.map((line) => ({
          value: line.id,
          label: [line.post, ...(line.amountFen === null ? [] : [yuanText(fen(line.amountFen))])].join(' · '),
        })),
      ]}
      hint={m.incidents.sameEventHint}
    />
  );
}
