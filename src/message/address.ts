/** The one parser for mail addresses: whoever decides who wrote a mail, or whom to answer, uses it. */

import { domainToASCII } from 'node:url';
import { getDomain } from 'tldts';
import { decodeWords } from './parse/header-text.ts';

/** One mailbox of an address header. */
export interface AddressEntry {
  /** Lower-case addr-spec with an ASCII (punycode) domain; absent when it cannot be trusted to mean one address. */
  address?: string;
  domain?: string;
  name?: string;
  /** Why there is no address. */
  problem?: string;
}

/** Longer address headers are cut; nobody is addressed beyond that. */
const HEADER_LIMIT = 50_000;
const ENTRY_LIMIT = 500;
const LOCAL_PART = /^[^\s"(),:;<>@[\\\]\p{Cc}]{1,64}$/u;
const ASCII_DOMAIN = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}$/;

interface Draft {
  phrase: string;
  /** The phrase without its quoted strings: an @ in it makes the entry ambiguous. */
  bare: string;
  angles: string[];
  quoted: boolean;
  commentInAddress: boolean;
}

/**
 * Reads an address header value (RFC 5322, with the semicolons of Outlook).
 * Deliberately narrow: quoted local parts, comments inside an address, several addresses in one entry, and an
 * unquoted display name that is itself another address give an entry with a `problem` and no address,
 * because other parsers read them differently.
 */
export function parseAddresses(value: string): AddressEntry[] {
  const entries: AddressEntry[] = [];
  for (const draft of drafts(value.slice(0, HEADER_LIMIT))) {
    if (entries.length >= ENTRY_LIMIT) break;
    entries.push(entryOf(draft));
  }
  return entries;
}

/** Lower-case addr-spec with punycode domain, split at the last @; undefined where it is not a plain one. */
export function normalizeAddress(spec: string): { address: string; domain: string } | undefined {
  const at = spec.lastIndexOf('@');
  if (at < 1) return undefined;
  const local = spec.slice(0, at).normalize('NFC').toLowerCase();
  const domain = asciiDomain(spec.slice(at + 1));
  if (!domain || !LOCAL_PART.test(local)) return undefined;
  return { address: `${local}@${domain}`, domain };
}

/** A domain in lower-case ASCII, so that look-alike letters never compare as equal; undefined if it is none. */
export function asciiDomain(domain: string): string | undefined {
  const trimmed = domain.trim();
  if (trimmed === '' || trimmed.length > 253 || /[\s/:?#@%\\[\]]/.test(trimmed)) return undefined;
  const ascii = /^[\x21-\x7e]+$/.test(trimmed) ? trimmed.toLowerCase() : domainToASCII(trimmed);
  return ASCII_DOMAIN.test(ascii) ? ascii : undefined;
}

/** The domain an organisation registered (public suffix list): `mail.example.co.uk` → `example.co.uk`. */
export function organisationalDomain(domain: string): string {
  return getDomain(domain, { allowPrivateDomains: true, validateHostname: false }) ?? domain;
}

/** Both domains belong to one organisation (relaxed alignment of RFC 7489 §3.1). */
export function sameOrganisation(a: string, b: string): boolean {
  return a === b || organisationalDomain(a) === organisationalDomain(b);
}

function entryOf(draft: Draft): AddressEntry {
  const name = displayName(draft.phrase);
  if (draft.angles.length > 1) return { name, problem: 'several addresses in one' };
  const angle = draft.angles[0];
  const spec = (angle ?? draft.bare).trim();
  if (spec === '') return { name, problem: 'no address' };
  if (spec.includes('"') || (angle === undefined && draft.quoted))
    return { name, problem: 'quoted local part' };
  if (draft.commentInAddress) return { name, problem: 'comment in address' };
  const normal = normalizeAddress(spec);
  if (!normal) return { name, problem: 'not an address' };
  if (angle === undefined) return normal;
  const claimed = draft.bare.match(/[^\s@]{1,64}@[^\s@]{1,200}\.[^\s@]{1,60}/g) ?? [];
  if (claimed.some((one) => normalizeAddress(one)?.address !== normal.address)) {
    return { name, problem: 'display name is another address' };
  }
  return name ? { ...normal, name } : normal;
}

function displayName(phrase: string): string | undefined {
  const name = decodeWords(phrase.replace(/\s+/g, ' ').trim())
    .replace(/^'(.+)'$/, '$1')
    .trim();
  return name === '' ? undefined : name.slice(0, 200);
}

/** Cuts the value into entries: one pass over the characters, quotes and comments respected. */
function drafts(value: string): Draft[] {
  const result: Draft[] = [];
  let draft = emptyDraft();
  let index = 0;
  const finish = () => {
    if (draft.phrase.trim() !== '' || draft.angles.length > 0) result.push(draft);
    draft = emptyDraft();
  };
  while (index < value.length) {
    const char = value[index];
    if (char === '"') index = takeQuoted(value, index, draft);
    else if (char === '(') index = takeComment(value, index, draft);
    else if (char === '<') index = takeAngle(value, index, draft);
    else {
      if (char === ',' || char === ';') finish();
      // A group's name ends with a colon; its members count like any others.
      else if (char === ':' && !draft.bare.includes('@')) draft = emptyDraft();
      else {
        draft.phrase += char;
        draft.bare += char;
      }
      index += 1;
    }
  }
  finish();
  return result;
}

function emptyDraft(): Draft {
  return { phrase: '', bare: '', angles: [], quoted: false, commentInAddress: false };
}

function takeQuoted(value: string, start: number, draft: Draft): number {
  let index = start + 1;
  while (index < value.length && value[index] !== '"') {
    if (value[index] === '\\') index += 1;
    draft.phrase += value[index] ?? '';
    index += 1;
  }
  draft.quoted = true;
  return index + 1;
}

function takeComment(value: string, start: number, draft: Draft): number {
  let depth = 0;
  let index = start;
  for (; index < value.length; index += 1) {
    if (value[index] === '\\') index += 1;
    else if (value[index] === '(') depth += 1;
    else if (value[index] === ')' && --depth === 0) break;
  }
  // `a@b (Name)` is an old way to give a name; text right after the comment would join the address.
  const next = value[index + 1];
  const glued = /\S$/.test(draft.bare) || (next !== undefined && !/[\s,;<]/.test(next));
  if (draft.bare.includes('@') && glued) draft.commentInAddress = true;
  else if (next !== undefined && !/[\s,;<]/.test(next)) draft.commentInAddress = true;
  return index + 1;
}

function takeAngle(value: string, start: number, draft: Draft): number {
  const end = value.indexOf('>', start);
  const stop = end < 0 ? value.length : end;
  const inside = value.slice(start + 1, stop).trim();
  if (inside.includes('(')) draft.commentInAddress = true;
  if (inside.includes('<')) draft.angles.push(inside);
  draft.angles.push(inside);
  return stop + 1;
}
