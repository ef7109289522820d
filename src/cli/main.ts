import { ExpectedError } from '../expected-error.ts';

interface Command {
  usage: string;
  about: string;
  run(args: string[]): Promise<number>;
}

/** Every command; its module is loaded when it is called. */
const COMMANDS: Record<string, Command> = {
  demo: {
    usage: 'demo',
    about: 'decide sample mails before your eyes, and leave the answers as .eml files',
    run: async (args) => (await import('./demo.ts')).demoCommand(args),
  },
  start: {
    usage: 'start',
    about: 'run every duty in this process until it is stopped',
    run: async (args) => (await import('./start.ts')).startCommand(args),
  },
  doctor: {
    usage: 'doctor [--quick]',
    about: 'check configuration, database, queue, mailbox, sending, templates and policy',
    run: async (args) => (await import('./doctor.ts')).doctorCommand(args),
  },
  understand: {
    usage: 'understand FILE|DIR… [--json]',
    about: 'say what mails say, touching nothing',
    run: async (args) => (await import('./understand.ts')).understandCommand(args),
  },
  explain: {
    usage: 'explain FILE',
    about: 'explain a mail: what is understood from which words, whom it matches, what would be answered',
    run: async (args) => (await import('./explain.ts')).explainCommand(args),
  },
  replay: {
    usage: 'replay FOLDER [--json] [--policy FILE]',
    about: 'decide a folder of mails on a fresh ledger with a clock of its own',
    run: async (args) => (await import('./replay.ts')).replayCommand(args),
  },
  match: {
    usage: 'match NAME [OTHER] | --pairs FILE | --ledger FILE --queries FILE [--json]',
    about: 'say whether two names are one customer and why, or whom the ledger knows under a name',
    run: async (args) =>
      (await import('./match.ts')).matchCommand(args, {
        searchLedger: async (description) => (await import('./search-ledger.ts')).searchLedger(description),
      }),
  },
  import: {
    usage: 'import partners|customers|awareness FILE.csv [--dry-run] [--initial]',
    about: 'bring partners, customers or awareness into the ledger',
    run: async (args) => (await import('./import.ts')).importCommand(args),
  },
  list: {
    usage: 'list [--partner P] [--status S] | --disputes | --queue | --held | --outbox [--limit N] [--json]',
    about: 'list registrations, disputes and what waits',
    run: async (args) => (await import('./list.ts')).listCommand(args),
  },
  show: {
    usage: 'show REFERENCE|MAIL [--json]',
    about: 'show one registration, or one mail, with its decisions and notices',
    run: async (args) => (await import('./show.ts')).showCommand(args),
  },
  rule: {
    usage: 'rule REFERENCE first|second|both|mixvoip|same|different [--comment TEXT]',
    about: "enter the Head of Sales' ruling on a dispute",
    run: async (args) => (await import('./rule.ts')).ruleCommand(args),
  },
  release: {
    usage: 'release MAIL',
    about: 'let a held mail go on, at the rank of its arrival',
    run: async (args) => (await import('./release.ts')).releaseCommand(args),
  },
  settle: {
    usage: 'settle NOTICE-ID sent|again',
    about: 'say what became of a notice of which nobody knows whether it went out',
    run: async (args) => (await import('./settle.ts')).settleCommand(args),
  },
  verify: {
    usage: 'verify [ENTRY [FINGERPRINT]]',
    about: "check the ledger's chain, or one receipt",
    run: async (args) => (await import('./verify.ts')).verifyCommand(args),
  },
  prove: {
    usage: 'prove REFERENCE [FILE] [--with-data]',
    about: 'show how a registration came to stand as it does, for its partner to check without us',
    run: async (args) => (await import('./prove.ts')).proveCommand(args),
  },
  'verify-receipt': {
    usage: 'verify-receipt FILE… [--key KEY]',
    about: 'check a receipt, a proof, a head, or a mail with a receipt; needs no database',
    run: async (args) => (await import('./verify-receipt.ts')).verifyReceiptCommand(args),
  },
  heads: {
    usage: 'heads [--key]',
    about: "list and check the ledger's signed heads, one a day, or print the public key",
    run: async (args) => (await import('./heads.ts')).headsCommand(args),
  },
  erase: {
    usage: 'erase MAIL|REFERENCE|--older-than-retention [--force]',
    about: 'erase personal data; hashes, ranks and decisions stay, and the ledger still proves itself',
    run: async (args) => (await import('./erase.ts')).eraseCommand(args),
  },
  export: {
    usage: 'export [FILE] [--registrations]',
    about: 'write the ledger as JSON lines, or the registrations as CSV',
    run: async (args) => (await import('./export.ts')).exportCommand(args),
  },
  templates: {
    usage: 'templates [FOLDER]',
    about: 'render every notice in every language with sample values',
    run: async (args) => (await import('./templates.ts')).templatesCommand(args),
  },
  score: {
    usage: 'score [FOLDER] [--misses] [--json]',
    about: 'measure what is understood of mails whose truth lies beside them (default: test/corpus)',
    run: async (args) => (await import('./score.ts')).scoreCommand(args),
  },
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe went away, as `head` does.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const status = await run(process.argv.slice(2));
// Whatever is still open must not keep a finished command alive; what it printed must arrive.
process.stdout.write('', () => process.exit(status));

/** Runs one command line; resolves with its exit status: 0 done, 1 failed, 2 wrong usage. */
async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? console.error : console.log)(overview());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return fail(`dealreg has no command "${name}": see dealreg --help`, 2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`dealreg ${command.usage}\n    ${command.about}`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof ExpectedError) return fail(error.message, error.exitCode);
    if (isUsageError(error))
      return fail(`dealreg ${name}: ${firstSentence(error.message)}: see dealreg ${name} --help`, 2);
    console.error(error);
    return 70;
  }
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(15)}${about}`);
  return ['dealreg COMMAND …', '', ...lines, '', 'dealreg COMMAND --help tells more.'].join('\n');
}

function fail(message: string, status: number): number {
  console.error(message);
  return status;
}

/** `parseArgs` says by code what is wrong with the options. */
function isUsageError(error: unknown): error is Error {
  return (
    error instanceof Error && String((error as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS')
  );
}

function firstSentence(text: string): string {
  return text.split(/\. |\n/)[0]!.replace(/\.$/, '');
}
