import { Input, InputNumber, Select } from 'antd';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';
import { DateField } from '../shell/fields.js';
import { Labelled } from '../shell/labelled.js';
import { DocumentFields } from './document-fields.js';
import { groupNames } from './group-names.js';
import type { PersonRecord } from './person-record.js';
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
      {(['code', 'name'] as const).map((field) => (
        <Labelled key={field} label={m.people.fields[field] ?? field}>
          {(id) => (
            <Input
              id={id}
              disabled={isReadOnly || (field === 'code' && !props.isNew)}
              value={record[field]}
              maxLength={field === 'code' ? 7 : 60}
              autoComplete="off"
              onChange={(event) => {
                put({ [field]: field === 'code' ? event.target.value.toUpperCase() : event.target.value });
              }}
            />
          )}
        </Labelled>
      ))}
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
        <Labelled key={field} label={m.people.fields[field] ?? field}>
          {(id) => (
            <DateField
              id={id}
              label={m.people.fields[field] ?? field}
              value={record[field] ?? ''}
              isReadOnly={isReadOnly}
              isOptional={field !== 'bornOn' && field !== 'joinedOn'}
              onChange={(date) => {
                put({ [field]: date === '' ? null : date });
              }}
            />
          )}
        </Labelled>
      ))}
      <Labelled label={m.people.fields['annualLeaveDays'] ?? ''}>
        {(id) => (
          <InputNumber
            id={id}
            disabled={isReadOnly}
            min={0}
            max={60}
            precision={0}
            value={record.annualLeaveDays}
            onChange={(days) => {
              put({ annualLeaveDays: days ?? 0 });
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
