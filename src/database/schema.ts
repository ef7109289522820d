import type { Queryable } from '../ports.ts';

/** Tables with columns and constraints, indexes, functions and triggers of our schema, one line each, in a fixed order. */
const SCHEMA = `
  select kind, line from (
    select 1 as kind, c.relname as owner, lpad(a.attnum::text, 4, '0') as place,
      format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        case when a.attidentity <> '' then ' identity' when d.oid is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    union all
    select 2, c.relname, k.conname, format('%s: %s', c.relname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype <> 'n'
    union all
    select 3, tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
    union all
    select 4, '', p.proname, format('function %s returns %s', p.proname, p.prorettype::regtype)
    from pg_proc p where p.pronamespace = 'public'::regnamespace
    union all
    select 5, c.relname, t.tgname, pg_get_triggerdef(t.oid)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
  ) as schema
  order by kind, owner collate "C", place collate "C", line collate "C"`;

const TITLES = ['Columns', 'Constraints', 'Indexes', 'Functions', 'Triggers'];

/** The schema as text, the same from PostgreSQL and PGlite: what all migrations together make. */
export async function describeSchema(database: Queryable): Promise<string> {
  const { rows } = await database.query<{ kind: number; line: string }>(SCHEMA);
  const parts = TITLES.map((title, index) => {
    const lines = rows.filter(({ kind }) => kind === index + 1).map(({ line }) => line);
    return `-- ${title}\n${lines.join('\n')}\n`;
  });
  return parts.join('\n');
}
