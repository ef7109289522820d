/** Label and value: `Client : X`, table rows, label above value; in five languages, small typos allowed. */

import { foldKey } from './keys.ts';
import { fieldOfLabel } from './label-names.ts';
import { CUSTOMER_HEADINGS, type LabelField, PARTNER_HEADINGS } from './lexicon/labels.ts';

export interface LabelledValue {
  field: LabelField;
  /** As written. */
  label: string;
  value: string;
  /** Of the value. */
  start: number;
  end: number;
  /** Of the line. */
  lineStart: number;
  method: 'label' | 'table';
  /** Words in the label beside the known ones, or a typo: a little less sure. */
  exact: boolean;
}

interface Line {
  text: string;
  start: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines;
}

const BULLET = /^\s{0,8}(?:[-*•·–►▪○]|\d{1,2}[.)])?\s{0,4}/u;
const COLON = /^([^:\t\n=]{1,48}?)\s{0,6}(?::|=)(?!\/\/)\s{0,12}/u;

function trimmed(line: Line, from: number, to: number): { value: string; start: number; end: number } {
  const raw = line.text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const value = raw.trim().replace(/^[*_]{1,2}|[*_]{1,2}$/g, '');
  return { value, start: line.start + from + lead, end: line.start + from + lead + raw.trim().length };
}

/** `Client : X | TVA : Y`, `Client: X / Ville: Y`: further labels on the same line. */
function colonPairs(line: Line): LabelledValue[] {
  const lead = BULLET.exec(line.text)?.[0].length ?? 0;
  const pairs: LabelledValue[] = [];
  const cuts = [
    ...line.text.matchAll(/\s[|/·•–-]\s|;\s|,\s(?=[\p{L} .-]{2,24}\s?:\s)|\s{3,}(?=[\p{L}])/gu),
  ].map((cut) => ({ start: cut.index, end: cut.index + cut[0].length }));
  let from = lead;
  let open: LabelledValue | undefined;
  for (const cut of [...cuts, { start: line.text.length, end: line.text.length }]) {
    const part = line.text.slice(from, cut.start);
    const match = COLON.exec(part);
    const field = match ? fieldOfLabel(match[1] as string) : undefined;
    if (match && field) {
      const { value, start, end } = trimmed(line, from + match[0].length, cut.start);
      open = {
        ...field,
        label: (match[1] as string).trim(),
        value,
        start,
        end,
        lineStart: line.start,
        method: 'label',
      };
      pairs.push(open);
    } else if (open) {
      const { value, end } = trimmed(line, open.start - line.start, cut.start);
      Object.assign(open, { value, end });
    } else if (from > lead || !match) {
      if (from === lead && cuts.length > 0) {
        from = cut.end;
        continue;
      }
    }
    from = cut.end;
  }
  return pairs;
}

/** Two cells of a row, or label, value, label, value. */
function rowPairs(line: Line): LabelledValue[] {
  const cells: { text: string; from: number; to: number }[] = [];
  let from = 0;
  for (const cell of line.text.split('\t')) {
    cells.push({ text: cell, from, to: from + cell.length });
    from += cell.length + 1;
  }
  const filled = cells.filter((cell) => cell.text.trim() !== '');
  if (filled.length < 2 || filled.length > 6) return [];
  if (
    filled.length > 2 &&
    filled.every((cell) => cell.text.length < 30 && !/\d/.test(cell.text)) &&
    fieldOfLabel(filled[1]!.text)?.exact
  )
    return [];
  const pairs: LabelledValue[] = [];
  for (let index = 0; index + 1 < filled.length; ) {
    const [label, cell] = [filled[index] as (typeof cells)[0], filled[index + 1] as (typeof cells)[0]];
    const field = fieldOfLabel(label.text.replace(/[:*]\s*$/, ''));
    if (!field) {
      index++;
      continue;
    }
    pairs.push({
      ...field,
      label: label.text.trim(),
      ...trimmed(line, cell.from, cell.to),
      lineStart: line.start,
      method: 'table',
    });
    index += 2;
  }
  return pairs;
}

/** A label alone on its line, the value on the next: believed where the text does so at least three times. */
function stackedPairs(lines: Line[]): LabelledValue[] {
  const pairs: LabelledValue[] = [];
  const filled = lines.filter((line) => line.text.trim() !== '');
  for (let index = 0; index + 1 < filled.length; index++) {
    const [line, next] = [filled[index] as Line, filled[index + 1] as Line];
    const field = /[.!?;,]$/.test(line.text.trim())
      ? undefined
      : fieldOfLabel(line.text.trim().replace(/\s*[:*]\s*$/, ''));
    if (!field || line.text.includes('\t')) continue;
    const nextField = fieldOfLabel(next.text.trim().replace(/\s*[:*]\s*$/, ''));
    if (nextField?.exact || /:\s/.test(next.text.slice(0, 30))) continue;
    pairs.push({
      ...field,
      label: line.text.trim(),
      ...trimmed(next, 0, next.text.length),
      lineStart: line.start,
      method: 'label',
    });
    index++;
  }
  return pairs.length >= 3 ? pairs : [];
}

/** `Adresse :` with nothing behind it: the value is on the lines below, up to the next label or blank line. */
function withContinuations(pairs: LabelledValue[], lines: Line[]): LabelledValue[] {
  return pairs.map((pair) => {
    if (pair.method === 'table' || !(pair.value === '' || pair.field === 'address')) return pair;
    const at = lines.findIndex((line) => line.start === pair.lineStart);
    let { end } = pair;
    const parts = pair.value === '' ? [] : [pair.value];
    for (const line of lines.slice(at + 1, at + 4)) {
      if (
        line.text.trim() === '' ||
        colonPairs(line).length > 0 ||
        pairs.some((other) => other.lineStart === line.start)
      )
        break;
      if (pair.field !== 'address' && parts.length > 0) break;
      if (
        pair.field === 'address' &&
        pair.value !== '' &&
        !/^\s*(?:[LBDF]-)?\d{4,5}\s|^\s*(?:Luxembourg|Belgique|France|Deutschland|Nederland|België)\s*$/u.test(
          line.text,
        )
      )
        break;
      parts.push(line.text.trim());
      end = line.start + line.text.trimEnd().length;
    }
    if (parts.length === 0) return pair;
    const first = lines[at + 1];
    return {
      ...pair,
      value: parts.join('\n'),
      start: pair.value === '' && first ? first.start : pair.start,
      end,
    };
  });
}

/** Drops what stands under a heading about the partner. */
function withoutPartnerParts(pairs: LabelledValue[], lines: Line[]): LabelledValue[] {
  const parts: [number, number][] = [];
  let open: number | undefined;
  for (const line of lines) {
    const heading = foldKey(line.text.replace(/[:*\t]+\s*$/, ''));
    if (heading === '' || heading.length > 44) continue;
    if (PARTNER_HEADINGS.test(heading)) open ??= line.start;
    else if (
      CUSTOMER_HEADINGS.test(heading) ||
      /^\s*(?:Client|Kunde|Endkunde|Customer|Klant|Eindklant|Client final|End customer)\s*[:\t]/iu.test(
        line.text,
      )
    ) {
      if (open !== undefined) parts.push([open, line.start]);
      open = undefined;
    }
  }
  if (open !== undefined) parts.push([open, Number.POSITIVE_INFINITY]);
  return pairs.filter((pair) => !parts.some(([from, to]) => pair.lineStart >= from && pair.lineStart < to));
}

const GENERIC = /^(?:nom|name|naam|numm)$/;

/** `Name: Anouk Visser` beside `Company: …` is the contact's. */
function withContacts(pairs: LabelledValue[]): LabelledValue[] {
  const isGeneric = (pair: LabelledValue) => pair.field === 'name' && GENERIC.test(foldKey(pair.label));
  const names = pairs.filter((pair) => pair.field === 'name');
  if (names.every(isGeneric) || !names.some(isGeneric)) return pairs;
  return pairs.map((pair) => (isGeneric(pair) ? { ...pair, field: 'contact' } : pair));
}

/** So many known labels make a form, in which unknown ones are guessed by their stems. */
const FEWEST_SURE = 2;

/** Every labelled value of a text, in order. Values of `ignored` labels are kept: they tell what not to read elsewhere. */
export function findLabelled(text: string): LabelledValue[] {
  const lines = linesOf(text);
  const pairs = lines.flatMap((line) => (line.text.includes('\t') ? rowPairs(line) : colonPairs(line)));
  const taken = new Set(pairs.map((pair) => pair.lineStart));
  const stacked = stackedPairs(lines.filter((line) => !taken.has(line.start)));
  const sure = pairs.filter((pair) => pair.exact).length;
  const isSure = (pair: LabelledValue) => pair.exact || pair.method === 'table' || sure >= FEWEST_SURE;
  const all = withContinuations(
    [...pairs.filter(isSure), ...stacked].sort((a, b) => a.start - b.start),
    lines,
  );
  return withContacts(withoutPartnerParts(all, lines).filter((pair) => pair.value !== ''));
}
