const ATOM = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Whether a text is one plain address that may be written to: an unquoted local part and an ASCII domain of at
 * least two labels. No display name, no comment, no quotes, no group, no list, no line break. An address that mail
 * would accept but that this refuses is a rare one; writing to a wrong one is worse.
 */
export function isAddress(value: string): boolean {
  if (value.length > 254) return false;
  const at = value.lastIndexOf('@');
  const local = value.slice(0, Math.max(at, 0));
  const labels = value.slice(at + 1).split('.');
  return (
    at > 0 &&
    local.length <= 64 &&
    local.split('.').every((atom) => ATOM.test(atom)) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label))
  );
}

/** The address with its domain in lower case; throws for anything that is no plain address. */
export function checkedAddress(value: string, field: string): string {
  if (!isAddress(value)) throw new TypeError(`${field}: not a plain mail address`);
  const at = value.lastIndexOf('@');
  return `${value.slice(0, at)}@${value.slice(at + 1).toLowerCase()}`;
}
