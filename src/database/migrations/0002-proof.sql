-- The ledger as proof: a Merkle tree over its entries, signed heads, and what was erased.

-- An entry's hash covers a salted hash of its body, so that a proof can leave out the body of another's entry.
-- frontier: roots of the complete subtrees at the right edge of the tree that ends with the entry, 32 bytes each.
alter table ledger add column salt text not null, add column frontier bytea not null;

-- One signed head for each day of Luxembourg on which the service ran.
create table head (
  day text primary key check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  size bigint not null,
  root text not null,
  at timestamptz not null,
  -- Ed25519, base64url: the public key and the signature over size, root and time.
  key text not null,
  signature text not null
);

-- The entry that recorded it: a rejection names it.
alter table awareness add column ledger_entry bigint;

-- When the personal data was erased; hashes, ranks and decisions stay.
alter table message add column erased_at timestamptz;
alter table registration add column erased_at timestamptz;
alter table awareness add column erased_at timestamptz;
alter table outbox add column erased_at timestamptz;
create index message_unerased on message (received_at, id) where erased_at is null;
