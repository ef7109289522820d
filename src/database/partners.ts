import type { Language } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';

/** A reseller of the directory. */
export interface Partner {
  id: string;
  name: string;
  country?: string;
  language: Language;
  contactEmail: string;
  status: 'active' | 'suspended';
  domains: string[];
}

interface PartnerRow {
  id: string;
  name: string;
  country: string | null;
  language: string;
  contact_email: string;
  status: 'active' | 'suspended';
  domains: string[];
}

const SELECT = `select p.*, array(select d.domain from partner_domain d where d.partner_id = p.id order by d.domain) as domains
  from partner p`;

const toPartner = (row: PartnerRow): Partner => ({
  id: row.id,
  name: row.name,
  ...(row.country === null ? {} : { country: row.country }),
  language: row.language as Language,
  contactEmail: row.contact_email,
  status: row.status,
  domains: row.domains,
});

/** The partner whose mail domain this is, or a parent of it: who holds a domain holds what is below it. */
export async function partnerOfDomain(tx: Queryable, domain: string): Promise<Partner | undefined> {
  const labels = domain.split('.');
  const candidates = labels
    .map((_, index) => labels.slice(index).join('.'))
    .filter((name) => name.includes('.'));
  const { rows } = await tx.query<PartnerRow>(
    `${SELECT} join partner_domain d on d.partner_id = p.id where d.domain = any($1) order by length(d.domain) desc limit 1`,
    [candidates],
  );
  return rows[0] && toPartner(rows[0]);
}

export async function partnerById(tx: Queryable, id: string): Promise<Partner | undefined> {
  const { rows } = await tx.query<PartnerRow>(`${SELECT} where p.id = $1`, [id]);
  return rows[0] && toPartner(rows[0]);
}

/** The whole directory, by id. Read for every mail, so in one pass: not the domains of each partner apart. */
export async function allPartners(tx: Queryable): Promise<Partner[]> {
  const { rows } = await tx.query<PartnerRow>(
    `select p.*, coalesce(d.domains, '{}') as domains from partner p left join (
       select partner_id, array_agg(domain order by domain) as domains from partner_domain group by partner_id
     ) d on d.partner_id = p.id order by p.id`,
  );
  return rows.map(toPartner);
}

/** Writes a partner with all its domains, in place of what was known of it. */
export async function upsertPartner(tx: Queryable, partner: Partner): Promise<void> {
  await tx.query(
    `insert into partner (id, name, country, language, contact_email, status) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set name = excluded.name, country = excluded.country, language = excluded.language,
       contact_email = excluded.contact_email, status = excluded.status`,
    [
      partner.id,
      partner.name,
      partner.country ?? null,
      partner.language,
      partner.contactEmail,
      partner.status,
    ],
  );
  await tx.query('delete from partner_domain where partner_id = $1', [partner.id]);
  await tx.query(
    'insert into partner_domain (domain, partner_id) select domain, $2 from unnest($1::text[]) as domain',
    [partner.domains, partner.id],
  );
}

/** Frees the domains of these partners, before they are written anew. */
export async function releaseDomains(tx: Queryable, ids: readonly string[]): Promise<void> {
  await tx.query('delete from partner_domain where partner_id = any($1::text[])', [ids]);
}
