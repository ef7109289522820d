import type { Partner } from '../database/partners.ts';
import { FieldReader } from './fields.ts';
import type { Problem } from './problem.ts';
import { readTable } from './table.ts';

const COLUMNS = {
  required: ['partner_id', 'name', 'domain', 'language', 'contact_email'],
  optional: ['extra_domains', 'country', 'status'],
} as const;
type Column = (typeof COLUMNS)[keyof typeof COLUMNS][number];

/** A partner with the line that states it. */
export interface PartnerRow {
  line: number;
  partner: Partner;
}

/**
 * Reads the directory of partners from a CSV text: `partner_id,name,domain,extra_domains,country,language,
 * contact_email,status`. Without status a partner is active. Pure; what is wrong comes back as problems.
 */
export function readPartners(text: string): { rows: PartnerRow[]; problems: Problem[] } {
  const table = readTable<Column>(text, COLUMNS);
  const problems = [...table.problems];
  const rows: PartnerRow[] = [];
  for (const row of table.rows) {
    const fields = new FieldReader<Column>(row);
    const partner = partnerOf(fields);
    problems.push(...fields.problems);
    if (fields.problems.length === 0) rows.push({ line: row.line, partner });
  }
  problems.push(...doubles(rows));
  return { rows, problems };
}

function partnerOf(fields: FieldReader<Column>): Partner {
  fields.required('domain', 'netz.example');
  const country = fields.country('country');
  fields.required('partner_id', 'P001');
  return {
    id: fields.id('partner_id', 'P001') ?? '',
    name: fields.required('name', 'Netz Luxembourg S.à r.l.'),
    ...(country === undefined ? {} : { country }),
    language: fields.language('language') ?? missing(fields, 'language', 'fr', 'en'),
    contactEmail:
      fields.email('contact_email') ?? missing(fields, 'contact_email', 'jeanne@netz.example', ''),
    status: statusOf(fields),
    domains: [...new Set([...fields.mailDomains('domain'), ...fields.mailDomains('extra_domains')])].sort(),
  };
}

/** Reports an empty cell; a cell with a wrong value was reported when it was read. */
function missing<T>(fields: FieldReader<Column>, column: Column, example: string, value: T): T {
  fields.required(column, example);
  return value;
}

function statusOf(fields: FieldReader<Column>): Partner['status'] {
  const status = fields.text('status')?.toLowerCase() ?? 'active';
  if (status === 'active' || status === 'suspended') return status;
  fields.wrong('status', `"${status}" is neither active nor suspended`, 'active');
  return 'active';
}

/** One id, one row; one domain, one partner: mail from it could not be told apart. */
function doubles(rows: readonly PartnerRow[]): Problem[] {
  const problems: Problem[] = [];
  const ids = new Map<string, number>();
  const domains = new Map<string, PartnerRow>();
  for (const row of rows) {
    const { line, partner } = row;
    const earlier = ids.get(partner.id);
    if (earlier !== undefined) {
      problems.push({ line, column: 'partner_id', text: `${partner.id} stands on line ${earlier} already` });
      continue;
    }
    ids.set(partner.id, line);
    for (const domain of partner.domains) {
      const holder = domains.get(domain);
      if (holder) problems.push(domainTaken(line, domain, partner.id, holder.partner.id));
      else domains.set(domain, row);
    }
  }
  return problems;
}

/** A domain proves who writes: two partners cannot share it. */
export function domainTaken(line: number, domain: string, id: string, holder: string): Problem {
  return {
    line,
    column: 'domain',
    text: `${domain} of ${id} is a domain of ${holder} already: one of the two must give it up`,
  };
}
