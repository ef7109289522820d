import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { ExpectedError, messageOf } from './expected-error.ts';
import { type Policy, policySchema } from './registration/policy.ts';

/**
 * Reads the policy file (YAML). An absent setting has its default.
 * Throws an ExpectedError with one line for each wrong setting: the file, the setting, what is wrong with it.
 */
export function readPolicy(file: string): Policy {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ExpectedError(
      `The policy file ${file} cannot be read (${messageOf(error)}): set POLICY_FILE or restore it.`,
      {
        cause: error,
      },
    );
  }
  return parsePolicy(text, file);
}

/** The policy that a YAML text states; `source` names it in messages. */
export function parsePolicy(text: string, source: string): Policy {
  try {
    return checkPolicy(parse(text) ?? {}, source);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new ExpectedError(`${source} is not YAML: ${error.message.split('\n')[0]}`, {
      exitCode: 2,
      cause: error,
    });
  }
}

/** The policy that plain values state, with defaults for what is absent. */
export function checkPolicy(values: unknown, source: string): Policy {
  const parsed = policySchema.safeParse(values);
  if (parsed.success) return Object.freeze(parsed.data);
  const lines = parsed.error.issues.map(
    (issue) => `${source}: ${issue.path.join('.') || 'policy'}: ${issue.message}`,
  );
  throw new ExpectedError(lines.join('\n'), { exitCode: 2 });
}
