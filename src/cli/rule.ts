import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { ExpectedError } from '../expected-error.ts';
import { type RuleReferenceResult, ruleReference } from '../pipeline/rule-reference.ts';
import type { RulingChoice } from '../registration/vocabulary.ts';

const MEANING: Record<RulingChoice, string> = {
  first: 'whoever holds the place (or the decision as it stands) keeps it',
  second: 'the partner of this registration gets it',
  both: 'both may sell',
  mixvoip: 'Mixvoip sells directly',
  same: 'it is the known customer',
  different: 'it is another customer',
};
const LONGEST_COMMENT = 2000;

/** `dealreg rule REFERENCE CHOICE [--comment TEXT]`: enters the Head of Sales' ruling; every party is told its part. */
export async function ruleCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { comment: { type: 'string' } },
  });
  const [given, choice, more] = positionals;
  if (given === undefined || more !== undefined)
    throw new ExpectedError(
      'rule needs a reference and a choice: dealreg rule DR-2026-000123 first [--comment "…"]',
      { exitCode: 2 },
    );
  if ((values.comment?.length ?? 0) > LONGEST_COMMENT)
    throw new ExpectedError(`A comment has at most ${LONGEST_COMMENT} characters.`, { exitCode: 2 });
  const reference = given.toUpperCase();
  await using context = await createContext(loadConfig());
  const result = await ruleReference(
    context,
    reference,
    choice?.toLowerCase(),
    values.comment?.trim() || undefined,
  );
  if ('refused' in result) throw refusal(reference, choice, result);
  const { outcomes, noticeIds } = result.report;
  console.log(`${reference}: ruled ${choice}.`);
  for (const { reference: changed, outcome, customer } of outcomes)
    console.log(`  ${changed}  ${outcome}  ${customer ?? ''}`.trimEnd());
  console.log(
    `  ${noticeIds.length} ${noticeIds.length === 1 ? 'notice goes' : 'notices go'} to the parties.`,
  );
  return 0;
}

function refusal(
  reference: string,
  choice: string | undefined,
  result: Exclude<RuleReferenceResult, { report: unknown }>,
): ExpectedError {
  switch (result.refused) {
    case 'unknown_reference':
      return new ExpectedError(
        `There is no registration ${reference}: dealreg list --disputes shows what waits.`,
      );
    case 'no_open_dispute':
      return new ExpectedError(`Nobody disputes ${reference}: dealreg list --disputes shows what waits.`);
    case 'dispute_dissolved':
      return new ExpectedError(
        `The dispute about ${reference} has dissolved, there is nothing left to rule on: dealreg show ${reference} tells why.`,
      );
    case 'choice_not_offered': {
      const choices = result.offered.map((offered) => `  ${offered.padEnd(11)}${MEANING[offered]}`);
      const wrong = choice === undefined ? 'needs a choice' : `does not offer "${choice.slice(0, 40)}"`;
      return new ExpectedError([`The dispute about ${reference} ${wrong}:`, ...choices].join('\n'), {
        exitCode: 2,
      });
    }
  }
}
