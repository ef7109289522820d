-- The database remembers; the queue only wakes. One dialect for PostgreSQL and PGlite.

-- Where reading of a mailbox stands. UIDs count within one UIDVALIDITY only.
create table mailbox (
  name text primary key,
  uidvalidity bigint not null,
  last_uid bigint not null default 0,
  -- Start of the latest reading that reached the end: everything that had arrived by then is stored.
  checked_at timestamptz,
  -- Mails that arrived before it are kept but left to people: they were there before the service was.
  starts_at timestamptz
);

-- Every mail, raw first. Rank is (received_at, id); received_at has the mailbox's own resolution, one second.
create table message (
  id bigint generated always as identity primary key,
  mailbox text not null,
  uidvalidity bigint not null,
  uid bigint not null,
  received_at timestamptz not null,
  stored_at timestamptz not null,
  raw bytea,
  raw_hash text not null,
  size integer not null,
  state text not null default 'received'
    check (state in ('received', 'understood', 'decided', 'duplicate', 'set_aside')),
  -- Logical identity: the same Message-ID with the same content is the same mail; with other content it is another.
  message_id text,
  content_hash text,
  understanding jsonb,
  attempts integer not null default 0,
  retry_at timestamptz,
  last_error text,
  duplicate_of bigint references message (id),
  decided_at timestamptz,
  -- When it was moved to the folder of handled mails, where that is configured.
  moved_at timestamptz,
  unique (mailbox, uidvalidity, uid)
);
create index message_line on message (received_at, id) where state in ('received', 'understood');
create index message_raw_hash on message (raw_hash);
create unique index message_once on message (message_id, content_hash) where state = 'decided';
create index message_unmoved on message (id)
  where moved_at is null and state in ('decided', 'duplicate', 'set_aside') and last_error is distinct from 'mail.before_start';

create table partner (
  id text primary key,
  name text not null,
  country text,
  language text not null,
  contact_email text not null,
  status text not null check (status in ('active', 'suspended'))
);
create table partner_domain (
  domain text primary key,
  partner_id text not null references partner (id) on delete cascade
);

-- An end customer. partner_id is its partner of record; mixvoip_services what Mixvoip itself supplies.
create table customer (
  id bigint generated always as identity primary key,
  external_id text unique,
  name text,
  vat text,
  registration_number text,
  country text,
  city text,
  postal_code text,
  street text,
  domain text,
  phone text,
  aliases text[] not null default '{}',
  partner_id text references partner (id),
  it_partner_id text references partner (id),
  mixvoip_services text[] not null default '{}',
  last_revenue date,
  -- Since when partner_id holds it, where that came from a won registration.
  attached_at timestamptz
);
-- Keys under which a customer is found: identifiers, domain, phone, core name, rare words, …
create table customer_key (
  kind text not null,
  key text not null,
  customer_id bigint not null references customer (id) on delete cascade,
  primary key (kind, key, customer_id)
);
create index customer_key_customer on customer_key (customer_id);

create table reference_number (
  year integer primary key,
  last integer not null
);

-- One partner's claim for one customer and a set of services.
create table registration (
  id bigint generated always as identity primary key,
  reference text not null unique,
  partner_id text not null references partner (id),
  customer_id bigint references customer (id),
  -- The customer in the partner's own words.
  stated jsonb not null,
  services text[] not null,
  received_at timestamptz not null,
  -- The mail that opened it, for the rank among mails of one second and for the dispute notice.
  message_id bigint not null references message (id),
  status text not null
    check (status in ('pending', 'protected', 'queued', 'disputed', 'won', 'lost', 'withdrawn', 'expired', 'rejected')),
  -- Rule that put it into this status.
  rule text not null,
  -- A ruling let several partners sell: it does not exclude others.
  shared boolean not null default false,
  -- A place that counts towards others: protected, or kept while pending or disputed.
  holds_place boolean not null default false,
  protected_until timestamptz,
  grace_until timestamptz,
  reminded integer[] not null default '{}',
  extensions integer not null default 0,
  -- Address and language of the latest mail: where notices of time go.
  contact_address text not null,
  contact_name text,
  language text not null,
  closed_at timestamptz
);
create index registration_customer on registration (customer_id);
create index registration_partner on registration (partner_id, received_at);
create index registration_protected_until on registration (protected_until) where status = 'protected';
create index registration_grace_until on registration (grace_until) where status = 'pending';
-- Two protections that exclude each other cannot both stand, whatever the code does.
create unique index registration_one_protection on registration (customer_id)
  where status = 'protected' and not shared;

-- Mixvoip's own dated knowledge of a customer's project. It counts from recorded_at on.
create table awareness (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer (id),
  services text[] not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  message_id bigint references message (id),
  source text not null check (source in ('mail', 'import'))
);
create index awareness_customer on awareness (customer_id);

-- A conflict that waits for the Head of Sales' ruling.
create table dispute (
  id bigint generated always as identity primary key,
  rule text not null,
  registration_id bigint not null references registration (id),
  -- The registration or the known customer on the other side, where there is one.
  against_registration_id bigint references registration (id),
  against_customer_id bigint references customer (id),
  -- Whose customer it was when the dispute was opened: a later ruling must find that partner again.
  against_partner_id text references partner (id),
  state text not null default 'open' check (state in ('open', 'ruled', 'dissolved')),
  opened_at timestamptz not null,
  raised_at timestamptz not null,
  -- When it is put before her again, in working days of the policy.
  raise_due timestamptz not null,
  ruled_at timestamptz,
  choice text
);
create index dispute_registration on dispute (registration_id);
create index dispute_against on dispute (against_registration_id);
create index dispute_open on dispute (raise_due) where state = 'open';

-- What was decided for one customer of one mail, with inputs and the rules tried.
create table decision (
  id bigint generated always as identity primary key,
  message_id bigint references message (id),
  ordinal integer not null,
  registration_id bigint references registration (id),
  customer_name text,
  outcome text not null,
  rule text not null,
  queue_position integer,
  inputs jsonb not null,
  tried jsonb not null,
  policy_version text not null,
  decided_at timestamptz not null,
  ledger_entry bigint not null,
  unique (message_id, ordinal)
);
create index decision_registration on decision (registration_id);

-- Append-only and hash-chained. The body holds no personal data: that is sealed apart, bound by a salted hash.
create table ledger (
  entry bigint primary key,
  at timestamptz not null,
  kind text not null,
  body jsonb not null,
  sealed_hash text,
  previous_hash text not null,
  hash text not null unique
);
create table ledger_sealed (
  entry bigint primary key references ledger (entry),
  salt text not null,
  data jsonb not null
);
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger ledger_append_only before update or delete on ledger
  for each row execute function ledger_is_append_only();
create trigger ledger_no_truncate before truncate on ledger
  for each statement execute function ledger_is_append_only();

-- Notices, rendered before they are queued: what was promised is evidence, a retry sends the same bytes.
create table outbox (
  id bigint generated always as identity primary key,
  -- Mail, registration or dispute that caused it, with kind and recipient: one row for ever.
  cause text not null,
  kind text not null,
  language text not null,
  recipient text not null,
  cc text[] not null default '{}',
  -- Envelope sender; empty is the null return path.
  envelope_from text not null default '',
  message_id text not null unique,
  subject text not null,
  text text not null,
  raw bytea not null,
  ledger_entry bigint not null,
  -- The mail it answers and the registrations it is about, for threads.
  in_reply_to bigint references message (id),
  registration_ids bigint[] not null default '{}',
  dispute_id bigint references dispute (id),
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'uncertain', 'failed')),
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  locked_until timestamptz,
  started_attempts integer not null default 0,
  finished_attempts integer not null default 0,
  sent_at timestamptz,
  response text,
  last_error text,
  -- Since when its fate is unknown, and how often it was looked up in vain since.
  uncertain_since timestamptz,
  look_ups integer not null default 0,
  -- Attempts made before a person asked for it to be tried anew.
  earlier_attempts integer not null default 0,
  unique (cause, kind, recipient)
);
create index outbox_recipient on outbox (recipient, created_at);
create index outbox_due on outbox (next_attempt_at) where state in ('queued', 'sending', 'uncertain');
