/** The company's name under a label: without number, address or town that share the cell. */

import { townAt } from './gazetteer.ts';
import { isPlaceholder } from './stated.ts';
import { tokenize } from './tokens.ts';

export interface LabelledName {
  name: string;
  /** Length of the value's part that is the name. */
  length: number;
  town?: string;
}

const LONGEST = 120;

/** Where the legal form ends that closes the name, or 0. */
function formEnd(value: string): number {
  const tokens = tokenize(value);
  const form = tokens.find((token, index) => token.form && index > 0);
  if (!form) return 0;
  const closed = value.slice(form.end).match(/^\)/) ? form.end + 1 : form.end;
  const rest = value.slice(closed).trim();
  return rest === '' || /^(?:[,(|/\t–-]|\[|à |in |zu |aus |te )/u.test(rest)
    ? closed + (value[closed] === '.' && form.text.includes('.') && !form.text.endsWith('.') ? 1 : 0)
    : 0;
}

/** The name, and the town that follows it (`Garage Kohn, Esch`, `Bakkerij Smet (Gent)`); undefined for placeholders. */
export function readLabelledName(value: string): LabelledName | undefined {
  const line = (value.split('\n')[0] ?? '')
    .replace(/\s*\[[^\]]{0,30}\]\s*$/, '')
    .replace(/^["“„«]\s*(.*?)\s*["”»]$/u, '$1')
    .trim();
  const end = formEnd(line);
  let name = end > 0 ? line.slice(0, end) : line;
  let town: string | undefined;
  const rest = line.slice(name.length);
  const lead = /^\s*(?:[,(–|-]|à|in|zu|aus|te)\s*/u.exec(rest)?.[0].length ?? 0;
  town = lead > 0 ? townAt(rest, lead)?.name : undefined;
  if (end === 0) {
    const cutAt = name.search(/\s*(?:,\s|\s[–|-]\s|\s\(|\s(?:à|in|zu|aus|te|uit)\s(?=\p{Lu}))/u);
    if (cutAt > 0) {
      const separator = /^\s*(?:,|[–|-]|\(|à|in|zu|aus|te|uit)\s*/u.exec(name.slice(cutAt))?.[0].length ?? 0;
      const place = townAt(name, cutAt + separator);
      if (place) town = place.name;
      if (place || /^\s*[,(–|-]\s*(?:\d|\p{Ll}|.*\d{4})/u.test(name.slice(cutAt)))
        name = name.slice(0, cutAt);
    }
  }
  name = name.replace(/[\s,;:–-]+$/, '').replace(/^[\s–-]+/, '');
  if (isPlaceholder(name) || name.length > LONGEST || !/\p{L}{2}/u.test(name)) return undefined;
  return { name, length: name.length, ...(town ? { town } : {}) };
}
