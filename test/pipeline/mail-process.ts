/**
 * A process to be killed by tests: receives for ever (`receive`), or delivers one notice (`deliver ID`).
 * Everything it needs stands in its environment.
 */
import { loadConfig } from '../../src/config.ts';
import { createContext } from '../../src/context.ts';
import { deliverNotice } from '../../src/pipeline/deliver-notice.ts';
import { receiveMessages } from '../../src/pipeline/receive-messages.ts';
import { RecordingQueue } from './mail-context.ts';

const [duty, id] = process.argv.slice(2);
const context = await createContext(loadConfig(process.env), {
  open: [duty === 'receive' ? 'mailbox' : 'sender'],
  queue: new RecordingQueue(),
});
if (duty === 'receive') await receiveMessages(context, new AbortController().signal);
else console.log(await deliverNotice(context, BigInt(id!)));
await context.close();
