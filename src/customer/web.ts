import { parse } from 'tldts';
import { foldText, MAX_FIELD_LENGTH } from './fold.ts';
import hosts from './tables/shared-domains.json' with { type: 'json' };

const shared = new Set(hosts);

/** Registrable domain of a website, host or mail address, lower case: `https://www.kohn.lu/x` is `kohn.lu`. */
export function registrableDomain(raw: string): string | undefined {
  const text = raw.slice(0, MAX_FIELD_LENGTH).trim().toLowerCase();
  const host = text.includes('@') ? text.slice(text.lastIndexOf('@') + 1) : text;
  return parse(host).domain ?? undefined;
}

/**
 * The domain where it is the customer's own: not a public mail provider's, not a web host's or directory's.
 * A group's companies share one, so that it never decides alone.
 */
export function ownDomain(raw: string | undefined): string | undefined {
  const domain = raw ? registrableDomain(raw) : undefined;
  return domain && !shared.has(domain) ? domain : undefined;
}

/** The name inside a domain, folded and squeezed: `mueller-sanitaer.de` is `mullersanitar`. */
export function domainLabel(domain: string): string {
  const label = parse(domain).domainWithoutSuffix ?? domain;
  return foldText(label).replaceAll(' ', '');
}
