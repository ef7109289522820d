import { domainToASCII } from 'node:url';
import { ownDomain } from '../customer/web.ts';
import { LANGUAGES, type Language, SERVICES, type Service } from '../message/understanding.ts';
import { type Problem, quoted } from './problem.ts';
import type { TableRow } from './table.ts';

/** Reads the cells of one row as values and collects what is wrong with them. An empty cell is `undefined`. */
export class FieldReader<Column extends string> {
  readonly problems: Problem[] = [];
  readonly #row: TableRow<Column>;

  constructor(row: TableRow<Column>) {
    this.#row = row;
  }

  text(column: Column): string | undefined {
    return this.#row.cells[column] || undefined;
  }

  /** A cell that must not be empty. The value is meaningless where a problem was found, and the row is not used. */
  required(column: Column, example: string): string {
    const value = this.text(column);
    if (value === undefined) this.wrong(column, 'the cell is empty', example);
    return value ?? '';
  }

  /** An id of another system: no white space, so that it can stand in lists and commands. */
  id(column: Column, example: string): string | undefined {
    const value = this.text(column);
    if (value !== undefined && !/^\S{1,64}$/.test(value)) {
      this.wrong(column, `${quoted(value)} is no id: at most 64 characters without blanks`, example);
    }
    return value;
  }

  /** ISO 3166-1 alpha-2, upper case. */
  country(column: Column): string | undefined {
    const value = this.text(column)?.toUpperCase();
    if (value !== undefined && !/^[A-Z]{2}$/.test(value)) {
      this.wrong(column, `${quoted(value)} is no country code of two letters`, 'LU');
    }
    return value;
  }

  language(column: Column): Language | undefined {
    const value = this.text(column)?.toLowerCase();
    if (value === undefined) return undefined;
    const found = LANGUAGES.find((language) => language === value);
    if (!found) this.wrong(column, `${quoted(value)} is none of ${LANGUAGES.join(', ')}`, 'fr');
    return found;
  }

  email(column: Column): string | undefined {
    const value = this.text(column);
    if (value === undefined) return undefined;
    const at = value.lastIndexOf('@');
    const domain = asciiDomain(value.slice(at + 1));
    if (at < 1 || !domain || value.length > 254 || /[\s<>"(),:;]/.test(value)) {
      this.wrong(column, `${quoted(value)} is no mail address`, 'jeanne@netz.example');
      return undefined;
    }
    return `${value.slice(0, at)}@${domain}`;
  }

  /** A website or mail domain, lower case and in ASCII; `https://www.netz.example/` is `netz.example`. */
  domain(column: Column): string | undefined {
    const value = this.text(column);
    return value === undefined ? undefined : this.#domainIn(column, value);
  }

  /** Mail domains separated by blanks: domains that prove who somebody is, so no public mail provider's. */
  mailDomains(column: Column): string[] {
    const domains: string[] = [];
    for (const word of words(this.text(column))) {
      const domain = this.#domainIn(column, word);
      if (domain && !ownDomain(domain)) {
        this.wrong(
          column,
          `${quoted(word)} is not one company's own: anybody there would be this partner`,
          'netz.example',
        );
      } else if (domain) domains.push(domain);
    }
    return domains;
  }

  /** Services separated by blanks. */
  services(column: Column): Service[] {
    const services = new Set<Service>();
    for (const word of words(this.text(column))) {
      const found = SERVICES.find((service) => service === word.toLowerCase());
      if (found) services.add(found);
      else this.wrong(column, `${quoted(word)} is none of ${SERVICES.join(', ')}`, 'internet sip_trunk');
    }
    return SERVICES.filter((service) => services.has(service));
  }

  /** A day of the calendar. */
  day(column: Column): Date | undefined {
    const value = this.text(column);
    if (value === undefined) return undefined;
    const date = new Date(`${value}T00:00:00Z`);
    const real = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime());
    if (real && date.toISOString().startsWith(value)) return date;
    this.wrong(column, `${quoted(value)} is no day`, '2026-09-30');
    return undefined;
  }

  /** An instant with its zone: a time without one would be two hours of somebody's rank. */
  instant(column: Column): Date | undefined {
    const value = this.text(column);
    if (value === undefined) return undefined;
    const form = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(
      value,
    );
    const date = new Date(value);
    const day = form && new Date(`${form[1]}T00:00:00Z`);
    if (day && !Number.isNaN(date.getTime()) && day.toISOString().startsWith(form[1]!)) return date;
    this.wrong(column, `${quoted(value)} is no instant with day, time and zone`, '2026-08-20T09:00:00Z');
    return undefined;
  }

  wrong(column: Column, text: string, example?: string): void {
    this.problems.push({ line: this.#row.line, column, text, ...(example === undefined ? {} : { example }) });
  }

  #domainIn(column: Column, value: string): string | undefined {
    const host = /^(?:https?:\/\/)?(?:www\.)?@?([^/]{1,253})\/?$/i.exec(value)?.[1];
    const domain = host && asciiDomain(host);
    if (!domain) this.wrong(column, `${quoted(value)} is no domain`, 'netz.example');
    return domain || undefined;
  }
}

const words = (text: string | undefined): string[] => text?.split(/[\s,;|]{1,20}/).filter(Boolean) ?? [];

/** Lower case, punycode, at least two labels; undefined for anything else. */
function asciiDomain(text: string): string | undefined {
  const ascii = domainToASCII(text.trim().toLowerCase());
  const labels = ascii.split('.');
  const right =
    labels.length > 1 && labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/.test(label));
  return right && !/^\d{1,5}$/.test(labels.at(-1)!) ? ascii : undefined;
}
