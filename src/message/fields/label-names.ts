/** Which field a label names: by the lists, by the lists with a typo, by its stem. */

import { foldKey } from './keys.ts';
import { LABEL_STEMS } from './lexicon/label-stems.ts';
import { LABEL_FILLERS, LABELS, type LabelField } from './lexicon/labels.ts';

const LONGEST_LABEL = 48;

/** Whether two words differ by at most `limit` edits (insert, delete, replace, swap of neighbours). */
export function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let beforePrevious: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (beforePrevious[j - 2] as number) + 1);
      row.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return false;
    [beforePrevious, previous] = [previous, row];
  }
  return (previous[b.length] as number) <= limit;
}

const memo = new Map<string, { field: LabelField; exact: boolean } | null>();

/** The field that a label names, or undefined. */
export function fieldOfLabel(label: string): { field: LabelField; exact: boolean } | undefined {
  if (label.length > LONGEST_LABEL) return undefined;
  const key = foldKey(label.replace(/\([^)]*\)/g, ' '));
  if (key === '' || key.split(' ').length > 6) return undefined;
  const whole = foldKey(label);
  let known = memo.get(whole);
  if (known === undefined) {
    known = lookUp(key, whole) ?? null;
    if (memo.size < 5000) memo.set(whole, known);
  }
  return known ?? undefined;
}

function lookUp(key: string, whole: string): { field: LabelField; exact: boolean } | undefined {
  const direct = LABELS.get(whole) ?? LABELS.get(key);
  if (direct) return { field: direct, exact: true };
  const words = key.split(' ');
  for (let length = words.length - 1; length >= 1; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const rest = [...words.slice(0, start), ...words.slice(start + length)];
      const field = LABELS.get(words.slice(start, start + length).join(' '));
      if (
        field &&
        rest.every((word) => LABEL_FILLERS.has(word)) &&
        !(length === 1 && LABEL_FILLERS.has(words[start] as string) && rest.length > 1)
      )
        return { field, exact: true };
    }
  }
  if (key.length < 5) return undefined;
  for (const [known, field] of LABELS) {
    const limit = known.length >= 9 ? 2 : known.length >= 5 ? 1 : 0;
    if (limit > 0 && known[0] === key[0] && withinEdits(known, key, limit)) return { field, exact: false };
  }
  const stem =
    /\d/.test(key) || words.length > 4
      ? undefined
      : LABEL_STEMS.find(([, expression]) => expression.test(key));
  return stem ? { field: stem[0], exact: false } : undefined;
}
