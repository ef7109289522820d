import type { CustomerDescription } from '../customer/description.ts';
import { isNamed } from '../registration/request.ts';
import type { Attachment } from '../registration/standing.ts';
import { FieldReader } from './fields.ts';
import type { Problem } from './problem.ts';
import { readTable } from './table.ts';

const COLUMNS = {
  required: ['customer_id', 'name'],
  optional: [
    'vat',
    'registration_number',
    'country',
    'city',
    'postal_code',
    'street',
    'domain',
    'phone',
    'partner_id',
    'it_partner_id',
    'mixvoip_services',
    'last_revenue',
  ],
} as const;
type Column = (typeof COLUMNS)[keyof typeof COLUMNS][number];

/** A customer as the customer base states it, with its line. */
export interface CustomerRow {
  line: number;
  externalId: string;
  description: CustomerDescription;
  attachment: Attachment;
}

/**
 * Reads Mixvoip's customer base from a CSV text: `customer_id,name,vat,registration_number,country,city,postal_code,
 * domain,phone,partner_id,it_partner_id,mixvoip_services,last_revenue`. Numbers are not checked here: a wrong check
 * digit weighs less when customers are compared. Pure; what is wrong comes back as problems.
 */
export function readCustomers(text: string): { rows: CustomerRow[]; problems: Problem[] } {
  const table = readTable<Column>(text, COLUMNS);
  const problems = [...table.problems];
  const rows: CustomerRow[] = [];
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const fields = new FieldReader<Column>(row);
    const customer = customerOf(fields, row.line);
    const earlier = lines.get(customer.externalId);
    if (earlier !== undefined && customer.externalId) {
      fields.wrong('customer_id', `${customer.externalId} stands on line ${earlier} already`);
    }
    lines.set(customer.externalId, row.line);
    problems.push(...fields.problems);
    if (fields.problems.length === 0) rows.push(customer);
  }
  return { rows, problems };
}

function customerOf(fields: FieldReader<Column>, line: number): CustomerRow {
  fields.required('customer_id', 'C001');
  const description: CustomerDescription = {
    name: fields.text('name'),
    vat: fields.text('vat'),
    registration_number: fields.text('registration_number'),
    country: fields.country('country'),
    city: fields.text('city'),
    postal_code: fields.text('postal_code'),
    street: fields.text('street'),
    domain: fields.domain('domain'),
    phone: fields.text('phone'),
  };
  if (!isNamed(description)) {
    fields.wrong('name', 'neither a name nor a company number says who it is', 'Brasserie du Pont S.à r.l.');
  }
  return {
    line,
    externalId: fields.id('customer_id', 'C001') ?? '',
    description,
    attachment: {
      partnerId: fields.id('partner_id', 'P001'),
      itPartnerId: fields.id('it_partner_id', 'P001'),
      mixvoipServices: fields.services('mixvoip_services'),
      lastRevenue: fields.day('last_revenue'),
    },
  };
}
