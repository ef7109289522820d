import { allPartners, type Partner, releaseDomains, upsertPartner } from '../database/partners.ts';
import { domainTaken, type PartnerRow } from '../import/partners.ts';
import { type Problem, refuse } from '../import/problem.ts';
import type { Queryable } from '../ports.ts';
import type { ImportCounts } from './import-records.ts';

/** Writes partners in place of what was known of them. Throws an ExpectedError where a domain is another's. */
export async function storePartners(
  tx: Queryable,
  rows: readonly PartnerRow[],
  { source, ownDomains }: { source: string; ownDomains: readonly string[] },
): Promise<ImportCounts> {
  const known = new Map((await allPartners(tx)).map((partner) => [partner.id, partner]));
  const problems = [...takenDomains(rows, known), ...housesDomains(rows, ownDomains)];
  if (problems.length > 0) throw refuse(source, problems);
  const changed = rows.filter(({ partner }) => !isEqual(known.get(partner.id), partner));
  // Two partners of one file may swap domains: all are free before any is taken.
  await releaseDomains(
    tx,
    changed.map(({ partner }) => partner.id),
  );
  for (const { partner } of changed) await upsertPartner(tx, partner);
  const updated = changed.filter(({ partner }) => known.has(partner.id)).length;
  return {
    added: changed.length - updated,
    updated,
    unchanged: rows.length - changed.length,
    notes: [],
  };
}

/** Domains that a partner outside the file holds. */
function takenDomains(rows: readonly PartnerRow[], known: ReadonlyMap<string, Partner>): Problem[] {
  const inFile = new Set(rows.map(({ partner }) => partner.id));
  const holders = new Map<string, string>();
  for (const { id, domains } of known.values()) {
    if (!inFile.has(id)) for (const domain of domains) holders.set(domain, id);
  }
  return rows.flatMap(({ line, partner }) =>
    partner.domains.flatMap((domain) => {
      const holder = holders.get(domain);
      return holder === undefined ? [] : [domainTaken(line, domain, partner.id, holder)];
    }),
  );
}

function housesDomains(rows: readonly PartnerRow[], ownDomains: readonly string[]): Problem[] {
  return rows.flatMap(({ line, partner }) =>
    partner.domains
      .filter((domain) => ownDomains.includes(domain))
      .map((domain) => ({ line, column: 'domain', text: `${domain} is a domain of Mixvoip's own staff` })),
  );
}

function isEqual(known: Partner | undefined, partner: Partner): boolean {
  return (
    known !== undefined &&
    known.name === partner.name &&
    known.country === partner.country &&
    known.language === partner.language &&
    known.contactEmail === partner.contactEmail &&
    known.status === partner.status &&
    known.domains.toSorted().join(' ') === partner.domains.join(' ')
  );
}
