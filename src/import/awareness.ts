import type { CustomerDescription } from '../customer/description.ts';
import type { Service } from '../message/understanding.ts';
import { isNamed } from '../registration/request.ts';
import { FieldReader } from './fields.ts';
import type { Problem } from './problem.ts';
import { readTable } from './table.ts';

const COLUMNS = {
  required: ['customer_name', 'services', 'recorded_at', 'recorded_by'],
  optional: ['vat', 'domain', 'country', 'city'],
} as const;
type Column = (typeof COLUMNS)[keyof typeof COLUMNS][number];

/** What Mixvoip knew of a customer's project, by its own notes. */
export interface AwarenessRow {
  line: number;
  description: CustomerDescription;
  services: Service[];
  /** What the file says; whether it counts from then is not the file's to decide. */
  recordedAt: Date;
  recordedBy: string;
}

/**
 * Reads Mixvoip's awareness of projects from a CSV text: `customer_name,vat,domain,country,city,services,recorded_at,
 * recorded_by`. Pure; what is wrong comes back as problems.
 * @param latest a row recorded after this instant is wrong; absent: any instant is taken
 */
export function readAwareness(text: string, latest?: Date): { rows: AwarenessRow[]; problems: Problem[] } {
  const table = readTable<Column>(text, COLUMNS);
  const problems = [...table.problems];
  const rows: AwarenessRow[] = [];
  for (const row of table.rows) {
    const fields = new FieldReader<Column>(row);
    const awareness = awarenessOf(fields, row.line);
    if (latest && awareness.recordedAt > latest) fields.wrong('recorded_at', 'lies in the future');
    problems.push(...fields.problems);
    if (fields.problems.length === 0) rows.push(awareness);
  }
  return { rows, problems };
}

function awarenessOf(fields: FieldReader<Column>, line: number): AwarenessRow {
  const description: CustomerDescription = {
    name: fields.text('customer_name'),
    vat: fields.text('vat'),
    country: fields.country('country'),
    city: fields.text('city'),
    domain: fields.domain('domain'),
  };
  if (!isNamed(description)) {
    fields.wrong(
      'customer_name',
      'neither a name nor a company number says who it is',
      'Brasserie du Pont S.à r.l.',
    );
  }
  fields.required('services', 'internet sip_trunk');
  fields.required('recorded_at', '2026-08-20T09:00:00Z');
  fields.required('recorded_by', 'anna.muster@mixvoip.com');
  return {
    line,
    description,
    services: fields.services('services'),
    recordedAt: fields.instant('recorded_at') ?? new Date(0),
    recordedBy: fields.email('recorded_by') ?? '',
  };
}
