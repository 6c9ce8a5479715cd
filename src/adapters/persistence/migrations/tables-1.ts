/**
 * The tables of schema version 1, in the words that SQLite and PostgreSQL share.
 * Constraint names are the ones that the entities expect, so that no drift arises on either database; the quotes
 * of foreign keys are needed because TypeORM finds them in SQLite's schema text by their quoted names.
 */
const refers = (table: string, column: string, parent: string, parentColumn: string) =>
  `CONSTRAINT "${table}_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "${parent}" ("${parentColumn}")`;
const tenant = (table: string) => refers(table, 'contract', 'service_contract', 'contract');
const ofRoster = (table: string) => refers(table, 'roster_id', 'roster', 'id');
const ofAccount = (table: string) => refers(table, 'user_id', 'account', 'id');

export const tables: readonly string[] = [
  `CREATE TABLE service_contract (
    contract text NOT NULL, document text NOT NULL,
    CONSTRAINT service_contract_pk PRIMARY KEY (contract))`,

  `CREATE TABLE confirmation (
    contract text NOT NULL, "key" text NOT NULL, recorded_at text NOT NULL,
    value text NOT NULL, document text NOT NULL, confirmed_by text NOT NULL,
    CONSTRAINT confirmation_pk PRIMARY KEY (contract, "key", recorded_at), ${tenant('confirmation')})`,

  `CREATE TABLE holiday_notice (
    year integer NOT NULL, document text NOT NULL, days text NOT NULL,
    CONSTRAINT holiday_notice_pk PRIMARY KEY (year))`,

  `CREATE TABLE site_override (
    contract text NOT NULL, site text NOT NULL, date text NOT NULL, kind text NOT NULL, document text NOT NULL,
    CONSTRAINT site_override_pk PRIMARY KEY (contract, site, date), ${tenant('site_override')})`,

  `CREATE TABLE worker (
    contract text NOT NULL, code text NOT NULL, document text NOT NULL,
    CONSTRAINT worker_pk PRIMARY KEY (contract, code), ${tenant('worker')})`,

  `CREATE TABLE leave (
    contract text NOT NULL, worker text NOT NULL, from_date text NOT NULL, to_date text NOT NULL,
    kind text NOT NULL, status text NOT NULL,
    CONSTRAINT leave_pk PRIMARY KEY (contract, worker, from_date), ${tenant('leave')})`,

  `CREATE TABLE roster (
    id text NOT NULL, contract text NOT NULL, from_date text NOT NULL, to_date text NOT NULL, status text NOT NULL,
    version integer, revision integer NOT NULL, is_provisional boolean NOT NULL, assignments text NOT NULL,
    vacancies text NOT NULL, required_post_days text NOT NULL, filled_post_days text NOT NULL,
    certificate text NOT NULL, created_at text NOT NULL, published_at text,
    CONSTRAINT roster_pk PRIMARY KEY (id), ${tenant('roster')},
    CONSTRAINT roster_contract_version_unique UNIQUE (contract, version))`,
  `CREATE INDEX roster_contract_from_date_index ON roster (contract, from_date)`,

  `CREATE TABLE roster_problem (
    roster_id text NOT NULL, contract text NOT NULL, document text NOT NULL,
    CONSTRAINT roster_problem_pk PRIMARY KEY (roster_id), ${tenant('roster_problem')}, ${ofRoster('roster_problem')})`,

  `CREATE TABLE roster_difference (
    contract text NOT NULL, version integer NOT NULL, roster_id text NOT NULL, document text NOT NULL,
    CONSTRAINT roster_difference_pk PRIMARY KEY (contract, version),
    ${tenant('roster_difference')}, ${ofRoster('roster_difference')})`,

  `CREATE TABLE feed_event (
    contract text NOT NULL, uid text NOT NULL, worker text NOT NULL, sequence integer NOT NULL, status text NOT NULL,
    date text NOT NULL, "start" text NOT NULL, "end" text NOT NULL, title text NOT NULL, location text NOT NULL,
    modified_at text NOT NULL, version integer NOT NULL,
    CONSTRAINT feed_event_pk PRIMARY KEY (contract, uid), ${tenant('feed_event')})`,
  `CREATE INDEX feed_event_contract_worker_index ON feed_event (contract, worker)`,
  `CREATE INDEX feed_event_contract_date_index ON feed_event (contract, date)`,

  `CREATE TABLE feed_token (
    secret_hash text NOT NULL, contract text NOT NULL, worker text NOT NULL, created_at text NOT NULL,
    revoked_at text, last_fetched_at text, version_seen integer,
    CONSTRAINT feed_token_pk PRIMARY KEY (secret_hash), ${tenant('feed_token')})`,
  `CREATE INDEX feed_token_contract_worker_index ON feed_token (contract, worker)`,

  `CREATE TABLE presence (
    contract text NOT NULL, date text NOT NULL, worker text NOT NULL, post_group text NOT NULL, post text NOT NULL,
    stretch integer NOT NULL, arrived_minute integer, left_minute integer, status text NOT NULL, cause text,
    cover_for text, note text NOT NULL,
    CONSTRAINT presence_pk PRIMARY KEY (contract, date, worker, post_group, post, stretch), ${tenant('presence')})`,

  `CREATE TABLE approved_rate (
    contract text NOT NULL, from_date text NOT NULL, repetition integer NOT NULL, annual_fen bigint NOT NULL,
    document text NOT NULL, entered_by text NOT NULL, recorded_at text NOT NULL,
    CONSTRAINT approved_rate_pk PRIMARY KEY (contract, from_date, repetition), ${tenant('approved_rate')})`,

  `CREATE TABLE journal_entry (
    contract text NOT NULL, sequence integer NOT NULL, id text NOT NULL, effective_date text NOT NULL,
    recorded_at text NOT NULL, reason text NOT NULL, reverses text, idempotency_key text NOT NULL,
    input_hash text NOT NULL, postings text NOT NULL, subject text NOT NULL, recorded_by text NOT NULL,
    previous_hash text NOT NULL, hash text NOT NULL,
    CONSTRAINT journal_entry_pk PRIMARY KEY (contract, sequence), ${tenant('journal_entry')},
    CONSTRAINT journal_entry_id_unique UNIQUE (id),
    CONSTRAINT journal_entry_contract_idempotency_key_unique UNIQUE (contract, idempotency_key))`,
  `CREATE INDEX journal_entry_contract_effective_date_index ON journal_entry (contract, effective_date)`,

  `CREATE TABLE period_seal (
    contract text NOT NULL, month text NOT NULL, amount_fen bigint NOT NULL, last_sequence integer NOT NULL,
    recorded_at text NOT NULL,
    CONSTRAINT period_seal_pk PRIMARY KEY (contract, month), ${tenant('period_seal')})`,

  `CREATE TABLE account (
    id text NOT NULL, login text NOT NULL, name text NOT NULL, password_hash text, is_active boolean NOT NULL,
    failed_attempts integer NOT NULL, locked_until text,
    CONSTRAINT account_pk PRIMARY KEY (id), CONSTRAINT account_login_unique UNIQUE (login))`,

  `CREATE TABLE account_grant (
    user_id text NOT NULL, contract text NOT NULL, role text NOT NULL, worker text,
    CONSTRAINT account_grant_pk PRIMARY KEY (user_id, contract, role), ${ofAccount('account_grant')})`,

  `CREATE TABLE sign_in_link (
    secret_hash text NOT NULL, user_id text NOT NULL, expires_at text NOT NULL,
    CONSTRAINT sign_in_link_pk PRIMARY KEY (secret_hash), ${ofAccount('sign_in_link')})`,

  `CREATE TABLE access_record (
    contract text NOT NULL, at text NOT NULL, user_id text NOT NULL, action text NOT NULL, subject text NOT NULL,
    repetition integer NOT NULL,
    CONSTRAINT access_record_pk PRIMARY KEY (contract, at, user_id, action, subject, repetition))`,

  `CREATE TABLE outbox_message (
    contract text NOT NULL, id text NOT NULL, worker text NOT NULL, kind text NOT NULL, title text NOT NULL,
    body text NOT NULL, created_at text NOT NULL, sent_at text,
    CONSTRAINT outbox_message_pk PRIMARY KEY (contract, id), ${tenant('outbox_message')})`,
  `CREATE INDEX outbox_message_contract_worker_index ON outbox_message (contract, worker)`,
  `CREATE INDEX outbox_message_sent_at_index ON outbox_message (sent_at)`,

  `CREATE TABLE session (
    id_hash text NOT NULL, document text NOT NULL, expires_at text NOT NULL,
    CONSTRAINT session_pk PRIMARY KEY (id_hash))`,
  `CREATE INDEX session_expires_at_index ON session (expires_at)`,
];
