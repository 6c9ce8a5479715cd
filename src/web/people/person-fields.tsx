import { Select } from 'antd';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';
import { FaultNote } from '../shell/fault-note.js';
import { emptyFault, useFault } from '../shell/faults.js';
import { DateField } from '../shell/fields.js';
import { TextField } from '../shell/text-fields.js';
import { KeptNumber } from '../shell/kept-number.js';
import { Labelled } from '../shell/labelled.js';
import { DocumentFields } from './document-fields.js';
import { groupNames } from './group-names.js';
import { isCode, type PersonRecord } from './person-record.js';
import { RestrictionFields } from './restriction-fields.js';

const roles = ['member', 'team-leader', 'supervisor', 'project-manager'] as const;
const educations = ['college', 'bachelor', 'master'] as const;
const dates = ['bornOn', 'joinedOn', 'leftOn', 'approvedOn', 'trainedOn'] as const;

export function PersonFields(props: {
  readonly record: PersonRecord;
  readonly document: ContractDetail['document'];
  readonly isNew: boolean;
  readonly isReadOnly: boolean;
  readonly change: (record: PersonRecord) => void;
}) {
  const { m, local } = useLanguage();
  const { record, document, isReadOnly } = props;
  const put = (fields: Partial<PersonRecord>) => {
    props.change({ ...record, ...fields });
  };
  const groups = [...groupNames(document, local)].map(([value, label]) => ({ value, label }));
  const named = (items: ContractDetail['document']['sites'] | ContractDetail['document']['functions']) =>
    items.map(({ key, name }) => ({ value: key, label: local(name) }));
  const choice = (
    field: 'site' | 'function' | 'role' | 'education',
    options: readonly { value: string; label: string }[],
  ) => (
    <Labelled key={field} label={m.people.fields[field] ?? field}>
      {(id) => (
        <Select
          id={id}
          disabled={isReadOnly}
          value={record[field]}
          options={[...options]}
          onChange={(value) => {
            put({ [field]: value });
          }}
        />
      )}
    </Labelled>
  );
  const several = (field: 'redeployableTo' | 'backupFor') => (
    <Labelled key={field} label={m.people.fields[field] ?? field} isWide>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          disabled={isReadOnly}
          value={record[field]}
          options={groups}
          onChange={(value) => {
            put({ [field]: value });
          }}
        />
      )}
    </Labelled>
  );
  return (
    <div className="person-form">
      <TextField
        label={m.people.fields['code'] ?? ''}
        value={record.code}
        maxLength={7}
        autoComplete="off"
        isReadOnly={isReadOnly || !props.isNew}
        faultOf={({ people }) => (isCode(record.code) ? undefined : people.faults.code)}
        onChange={(code) => {
          put({ code: code.toUpperCase() });
        }}
      />
      <TextField
        label={m.people.fields['name'] ?? ''}
        value={record.name}
        maxLength={60}
        autoComplete="off"
        isReadOnly={isReadOnly}
        isNeeded
        onChange={(name) => {
          put({ name });
        }}
      />
      {choice('site', named(document.sites))}
      {choice('function', named(document.functions))}
      {choice(
        'role',
        roles.map((value) => ({ value, label: m.people.roles[value] })),
      )}
      {choice(
        'education',
        educations.map((value) => ({ value, label: m.people.educations[value] })),
      )}
      {dates.map((field) => (
        <PersonDate
          key={field}
          field={field}
          value={record[field] ?? ''}
          isReadOnly={isReadOnly}
          onChange={(date) => {
            put({ [field]: date === '' ? null : date });
          }}
        />
      ))}
      <Labelled label={m.people.fields['annualLeaveDays'] ?? ''}>
        {(id) => (
          <KeptNumber
            id={id}
            disabled={isReadOnly}
            min={0}
            max={60}
            precision={0}
            value={record.annualLeaveDays}
            onChange={(annualLeaveDays) => {
              put({ annualLeaveDays });
            }}
          />
        )}
      </Labelled>
      {several('redeployableTo')}
      {several('backupFor')}
      <RestrictionFields
        restrictions={record.restrictions}
        isReadOnly={isReadOnly}
        change={(restrictions) => {
          put({ restrictions });
        }}
      />
      <DocumentFields
        documents={record.documents}
        isReadOnly={isReadOnly}
        change={(documents) => {
          put({ documents });
        }}
      />
    </div>
  );
}

function PersonDate(props: {
  readonly field: (typeof dates)[number];
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onChange: (date: string) => void;
}) {
  const { m } = useLanguage();
  const { field, ...rest } = props;
  const label = m.people.fields[field] ?? field;
  const isOptional = field !== 'bornOn' && field !== 'joinedOn';
  const missing = useFault(emptyFault(props.value));
  const fault = isOptional ? undefined : missing;
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <DateField {...rest} id={id} label={label} isOptional={isOptional} fault={fault} />
          <FaultNote id={id} fault={fault} />
        </>
      )}
    </Labelled>
  );
}
