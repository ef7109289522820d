-- Columns
awareness.id bigint not null identity
awareness.customer_id bigint not null
awareness.services text[] not null
awareness.recorded_at timestamp with time zone not null
awareness.recorded_by text not null
awareness.message_id bigint
awareness.source text not null
awareness.ledger_entry bigint
awareness.erased_at timestamp with time zone
customer.id bigint not null identity
customer.external_id text
customer.name text
customer.vat text
customer.registration_number text
customer.country text
customer.city text
customer.postal_code text
customer.street text
customer.domain text
customer.phone text
customer.aliases text[] not null default '{}'::text[]
customer.partner_id text
customer.it_partner_id text
customer.mixvoip_services text[] not null default '{}'::text[]
customer.last_revenue date
customer.attached_at timestamp with time zone
customer_key.kind text not null
customer_key.key text not null
customer_key.customer_id bigint not null
decision.id bigint not null identity
decision.message_id bigint
decision.ordinal integer not null
decision.registration_id bigint
decision.customer_name text
decision.outcome text not null
decision.rule text not null
decision.queue_position integer
decision.inputs jsonb not null
decision.tried jsonb not null
decision.policy_version text not null
decision.decided_at timestamp with time zone not null
decision.ledger_entry bigint not null
dispute.id bigint not null identity
dispute.rule text not null
dispute.registration_id bigint not null
dispute.against_registration_id bigint
dispute.against_customer_id bigint
dispute.against_partner_id text
dispute.state text not null default 'open'::text
dispute.opened_at timestamp with time zone not null
dispute.raised_at timestamp with time zone not null
dispute.raise_due timestamp with time zone not null
dispute.ruled_at timestamp with time zone
dispute.choice text
head.day text not null
head.size bigint not null
head.root text not null
head.at timestamp with time zone not null
head.key text not null
head.signature text not null
ledger.entry bigint not null
ledger.at timestamp with time zone not null
ledger.kind text not null
ledger.body jsonb not null
ledger.sealed_hash text
ledger.previous_hash text not null
ledger.hash text not null
ledger.salt text not null
ledger.frontier bytea not null
ledger_sealed.entry bigint not null
ledger_sealed.salt text not null
ledger_sealed.data jsonb not null
mailbox.name text not null
mailbox.uidvalidity bigint not null
mailbox.last_uid bigint not null default 0
mailbox.checked_at timestamp with time zone
mailbox.starts_at timestamp with time zone
message.id bigint not null identity
message.mailbox text not null
message.uidvalidity bigint not null
message.uid bigint not null
message.received_at timestamp with time zone not null
message.stored_at timestamp with time zone not null
message.raw bytea
message.raw_hash text not null
message.size integer not null
message.state text not null default 'received'::text
message.message_id text
message.content_hash text
message.understanding jsonb
message.attempts integer not null default 0
message.retry_at timestamp with time zone
message.last_error text
message.duplicate_of bigint
message.decided_at timestamp with time zone
message.moved_at timestamp with time zone
message.erased_at timestamp with time zone
outbox.id bigint not null identity
outbox.cause text not null
outbox.kind text not null
outbox.language text not null
outbox.recipient text not null
outbox.cc text[] not null default '{}'::text[]
outbox.envelope_from text not null default ''::text
outbox.message_id text not null
outbox.subject text not null
outbox.text text not null
outbox.raw bytea not null
outbox.ledger_entry bigint not null
outbox.in_reply_to bigint
outbox.registration_ids bigint[] not null default '{}'::bigint[]
outbox.dispute_id bigint
outbox.state text not null default 'queued'::text
outbox.created_at timestamp with time zone not null
outbox.next_attempt_at timestamp with time zone not null
outbox.locked_until timestamp with time zone
outbox.started_attempts integer not null default 0
outbox.finished_attempts integer not null default 0
outbox.sent_at timestamp with time zone
outbox.response text
outbox.last_error text
outbox.uncertain_since timestamp with time zone
outbox.look_ups integer not null default 0
outbox.earlier_attempts integer not null default 0
outbox.erased_at timestamp with time zone
partner.id text not null
partner.name text not null
partner.country text
partner.language text not null
partner.contact_email text not null
partner.status text not null
partner_domain.domain text not null
partner_domain.partner_id text not null
reference_number.year integer not null
reference_number.last integer not null
registration.id bigint not null identity
registration.reference text not null
registration.partner_id text not null
registration.customer_id bigint
registration.stated jsonb not null
registration.services text[] not null
registration.received_at timestamp with time zone not null
registration.message_id bigint not null
registration.status text not null
registration.rule text not null
registration.shared boolean not null default false
registration.holds_place boolean not null default false
registration.protected_until timestamp with time zone
registration.grace_until timestamp with time zone
registration.reminded integer[] not null default '{}'::integer[]
registration.extensions integer not null default 0
registration.contact_address text not null
registration.contact_name text
registration.language text not null
registration.closed_at timestamp with time zone
registration.erased_at timestamp with time zone
schema_migration.name text not null
schema_migration.applied_at timestamp with time zone not null default now()

-- Constraints
awareness: FOREIGN KEY (customer_id) REFERENCES customer(id)
awareness: FOREIGN KEY (message_id) REFERENCES message(id)
awareness: PRIMARY KEY (id)
awareness: CHECK ((source = ANY (ARRAY['mail'::text, 'import'::text])))
customer: UNIQUE (external_id)
customer: FOREIGN KEY (it_partner_id) REFERENCES partner(id)
customer: FOREIGN KEY (partner_id) REFERENCES partner(id)
customer: PRIMARY KEY (id)
customer_key: FOREIGN KEY (customer_id) REFERENCES customer(id) ON DELETE CASCADE
customer_key: PRIMARY KEY (kind, key, customer_id)
decision: FOREIGN KEY (message_id) REFERENCES message(id)
decision: UNIQUE (message_id, ordinal)
decision: PRIMARY KEY (id)
decision: FOREIGN KEY (registration_id) REFERENCES registration(id)
dispute: FOREIGN KEY (against_customer_id) REFERENCES customer(id)
dispute: FOREIGN KEY (against_partner_id) REFERENCES partner(id)
dispute: FOREIGN KEY (against_registration_id) REFERENCES registration(id)
dispute: PRIMARY KEY (id)
dispute: FOREIGN KEY (registration_id) REFERENCES registration(id)
dispute: CHECK ((state = ANY (ARRAY['open'::text, 'ruled'::text, 'dissolved'::text])))
head: CHECK ((day ~ '^\d{4}-\d{2}-\d{2}$'::text))
head: PRIMARY KEY (day)
ledger: UNIQUE (hash)
ledger: PRIMARY KEY (entry)
ledger_sealed: FOREIGN KEY (entry) REFERENCES ledger(entry)
ledger_sealed: PRIMARY KEY (entry)
mailbox: PRIMARY KEY (name)
message: FOREIGN KEY (duplicate_of) REFERENCES message(id)
message: UNIQUE (mailbox, uidvalidity, uid)
message: PRIMARY KEY (id)
message: CHECK ((state = ANY (ARRAY['received'::text, 'understood'::text, 'decided'::text, 'duplicate'::text, 'set_aside'::text])))
outbox: UNIQUE (cause, kind, recipient)
outbox: FOREIGN KEY (dispute_id) REFERENCES dispute(id)
outbox: FOREIGN KEY (in_reply_to) REFERENCES message(id)
outbox: UNIQUE (message_id)
outbox: PRIMARY KEY (id)
outbox: CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'uncertain'::text, 'failed'::text])))
partner: PRIMARY KEY (id)
partner: CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text])))
partner_domain: FOREIGN KEY (partner_id) REFERENCES partner(id) ON DELETE CASCADE
partner_domain: PRIMARY KEY (domain)
reference_number: PRIMARY KEY (year)
registration: FOREIGN KEY (customer_id) REFERENCES customer(id)
registration: FOREIGN KEY (message_id) REFERENCES message(id)
registration: FOREIGN KEY (partner_id) REFERENCES partner(id)
registration: PRIMARY KEY (id)
registration: UNIQUE (reference)
registration: CHECK ((status = ANY (ARRAY['pending'::text, 'protected'::text, 'queued'::text, 'disputed'::text, 'won'::text, 'lost'::text, 'withdrawn'::text, 'expired'::text, 'rejected'::text])))
schema_migration: PRIMARY KEY (name)

-- Indexes
CREATE INDEX awareness_customer ON public.awareness USING btree (customer_id)
CREATE UNIQUE INDEX awareness_pkey ON public.awareness USING btree (id)
CREATE UNIQUE INDEX customer_external_id_key ON public.customer USING btree (external_id)
CREATE UNIQUE INDEX customer_pkey ON public.customer USING btree (id)
CREATE INDEX customer_key_customer ON public.customer_key USING btree (customer_id)
CREATE UNIQUE INDEX customer_key_pkey ON public.customer_key USING btree (kind, key, customer_id)
CREATE UNIQUE INDEX decision_message_id_ordinal_key ON public.decision USING btree (message_id, ordinal)
CREATE UNIQUE INDEX decision_pkey ON public.decision USING btree (id)
CREATE INDEX decision_registration ON public.decision USING btree (registration_id)
CREATE INDEX dispute_against ON public.dispute USING btree (against_registration_id)
CREATE INDEX dispute_open ON public.dispute USING btree (raise_due) WHERE (state = 'open'::text)
CREATE UNIQUE INDEX dispute_pkey ON public.dispute USING btree (id)
CREATE INDEX dispute_registration ON public.dispute USING btree (registration_id)
CREATE UNIQUE INDEX head_pkey ON public.head USING btree (day)
CREATE UNIQUE INDEX ledger_hash_key ON public.ledger USING btree (hash)
CREATE UNIQUE INDEX ledger_pkey ON public.ledger USING btree (entry)
CREATE UNIQUE INDEX ledger_sealed_pkey ON public.ledger_sealed USING btree (entry)
CREATE UNIQUE INDEX mailbox_pkey ON public.mailbox USING btree (name)
CREATE INDEX message_line ON public.message USING btree (received_at, id) WHERE (state = ANY (ARRAY['received'::text, 'understood'::text]))
CREATE UNIQUE INDEX message_mailbox_uidvalidity_uid_key ON public.message USING btree (mailbox, uidvalidity, uid)
CREATE UNIQUE INDEX message_once ON public.message USING btree (message_id, content_hash) WHERE (state = 'decided'::text)
CREATE UNIQUE INDEX message_pkey ON public.message USING btree (id)
CREATE INDEX message_raw_hash ON public.message USING btree (raw_hash)
CREATE INDEX message_unerased ON public.message USING btree (received_at, id) WHERE (erased_at IS NULL)
CREATE INDEX message_unmoved ON public.message USING btree (id) WHERE ((moved_at IS NULL) AND (state = ANY (ARRAY['decided'::text, 'duplicate'::text, 'set_aside'::text])) AND (last_error IS DISTINCT FROM 'mail.before_start'::text))
CREATE UNIQUE INDEX outbox_cause_kind_recipient_key ON public.outbox USING btree (cause, kind, recipient)
CREATE INDEX outbox_due ON public.outbox USING btree (next_attempt_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'uncertain'::text]))
CREATE UNIQUE INDEX outbox_message_id_key ON public.outbox USING btree (message_id)
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (id)
CREATE INDEX outbox_recipient ON public.outbox USING btree (recipient, created_at)
CREATE UNIQUE INDEX partner_pkey ON public.partner USING btree (id)
CREATE UNIQUE INDEX partner_domain_pkey ON public.partner_domain USING btree (domain)
CREATE UNIQUE INDEX reference_number_pkey ON public.reference_number USING btree (year)
CREATE INDEX registration_customer ON public.registration USING btree (customer_id)
CREATE INDEX registration_grace_until ON public.registration USING btree (grace_until) WHERE (status = 'pending'::text)
CREATE UNIQUE INDEX registration_one_protection ON public.registration USING btree (customer_id) WHERE ((status = 'protected'::text) AND (NOT shared))
CREATE INDEX registration_partner ON public.registration USING btree (partner_id, received_at)
CREATE UNIQUE INDEX registration_pkey ON public.registration USING btree (id)
CREATE INDEX registration_protected_until ON public.registration USING btree (protected_until) WHERE (status = 'protected'::text)
CREATE UNIQUE INDEX registration_reference_key ON public.registration USING btree (reference)
CREATE UNIQUE INDEX schema_migration_pkey ON public.schema_migration USING btree (name)

-- Functions
function ledger_is_append_only returns trigger

-- Triggers
CREATE TRIGGER ledger_append_only BEFORE DELETE OR UPDATE ON public.ledger FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only()
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON public.ledger FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
