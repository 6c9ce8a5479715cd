import { useId } from 'react';
import type { DocumentKind } from '../../adapters/http/schemas/workforce.js';
import { useLanguage } from '../messages/language.js';
import { DateField } from '../shell/fields.js';
import { Labelled } from '../shell/labelled.js';
import type { PersonRecord } from './person-record.js';

type Documents = PersonRecord['documents'];
const kinds = ['medicalCheck', 'labourContract', 'trainingCertificate', 'confidentiality'] as const;

/** The last day of each paper, empty where there is none; what a paper says is never asked. */
export function DocumentFields(props: {
  readonly documents: Documents;
  readonly isReadOnly: boolean;
  readonly change: (documents: Documents) => void;
}) {
  const { m } = useLanguage();
  const headingId = useId();
  return (
    <fieldset className="wide document-fields" aria-labelledby={headingId}>
      <span className="label" id={headingId}>
        {m.people.documents}
      </span>
      {kinds.map((kind) => (
        <DocumentField key={kind} {...props} kind={kind} />
      ))}
    </fieldset>
  );
}

function DocumentField({
  kind,
  documents,
  isReadOnly,
  change,
}: Parameters<typeof DocumentFields>[0] & { readonly kind: DocumentKind }) {
  const { m } = useLanguage();
  const label = m.people.documentKinds[kind];
  const until = documents.find((one) => one.kind === kind)?.until;
  return (
    <Labelled label={label}>
      {(id) => (
        <DateField
          id={id}
          label={label}
          value={until ?? ''}
          isReadOnly={isReadOnly}
          isOptional
          onChange={(date) => {
            const others = documents.filter((one) => one.kind !== kind);
            change(date === '' ? others : [...others, { kind, until: date }]);
          }}
        />
      )}
    </Labelled>
  );
}
