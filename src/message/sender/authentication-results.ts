/** Authentication-Results header fields (RFC 8601). */

export interface MethodResult {
  /** `spf`, `dkim`, `dmarc`, … lower case. */
  method: string;
  /** `pass`, `fail`, `none`, … lower case. */
  result: string;
  /** `header.d`, `header.from`, `smtp.mailfrom`, … lower case, with values as written. */
  properties: Map<string, string>;
}

export interface AuthenticationResults {
  /** Lower case. */
  authservId: string;
  results: MethodResult[];
}

const FIELD_LIMIT = 20_000;

/**
 * Reads one header value. Quoted strings and comments are taken as such, so that neither can pretend to be a result.
 * A value without an authserv-id gives an empty one.
 */
export function parseAuthenticationResults(value: string): AuthenticationResults {
  const clauses = clausesOf(value.slice(0, FIELD_LIMIT));
  const head = clauses[0] ?? [];
  const first = head[0] ?? '';
  const named = first !== '' && !first.includes('=');
  const rest = named ? clauses.slice(1) : clauses;
  return {
    authservId: named ? unquoted(first).toLowerCase() : '',
    results: rest.flatMap((tokens) => methodResult(tokens) ?? []),
  };
}

/** Clauses between semicolons as tokens between blanks; one pass over the characters. */
function clausesOf(value: string): string[][] {
  const clauses: string[][] = [[]];
  let token = '';
  let comment = 0;
  let quoted = false;
  const endToken = () => {
    if (token !== '') clauses.at(-1)!.push(token);
    token = '';
  };
  for (let index = 0; index < value.length; index += 1) {
    const char = value[index]!;
    if (char === '\\' && (quoted || comment > 0)) {
      if (quoted) token += char + (value[index + 1] ?? '');
      index += 1;
    } else if (comment > 0) comment += char === '(' ? 1 : char === ')' ? -1 : 0;
    else if (char === '"') {
      quoted = !quoted;
      token += char;
    } else if (quoted) token += char;
    else if (char === '(') {
      comment = 1;
      endToken();
    } else if (char === ';') {
      endToken();
      clauses.push([]);
    } else if (/\s/.test(char)) endToken();
    else token += char;
  }
  endToken();
  return clauses;
}

function methodResult(tokens: string[]): MethodResult | undefined {
  const pairs = pairsOf(tokens);
  const [first, ...properties] = pairs;
  if (!first) return undefined;
  return {
    method: first[0].split('/')[0]!,
    result: first[1].toLowerCase(),
    properties: new Map(properties.map(([name, text]) => [name, unquoted(text)])),
  };
}

/** `a=b`, `a =b`, `a= b` and `a = b`: white space may stand around the sign. */
function pairsOf(tokens: string[]): [string, string][] {
  const pairs: [string, string][] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index]!;
    const sign = token.startsWith('"') ? -1 : token.indexOf('=');
    const next = tokens[index + 1] ?? '';
    if (sign > 0 && sign < token.length - 1) {
      pairs.push([token.slice(0, sign).toLowerCase(), token.slice(sign + 1)]);
      index += 1;
    } else if (sign > 0) {
      pairs.push([token.slice(0, sign).toLowerCase(), next]);
      index += 2;
    } else if (next === '=') {
      pairs.push([token.toLowerCase(), tokens[index + 2] ?? '']);
      index += 3;
    } else if (next.startsWith('=')) {
      pairs.push([token.toLowerCase(), next.slice(1)]);
      index += 2;
    } else index += 1;
  }
  return pairs;
}

/** Takes the quotes off a value that is quoted as a whole; others stay, so that a quoted local part is seen. */
function unquoted(text: string): string {
  return /^"(?:[^"\\]|\\.)*"$/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}
