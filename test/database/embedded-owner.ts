/** A process that opens the embedded database and follows orders from its standard input, one a line. */
import { createInterface } from 'node:readline';
import { openEmbedded } from '../../src/database/pglite.ts';

const database = await openEmbedded(process.argv[2]!);
console.log('open');
for await (const line of createInterface(process.stdin)) {
  const [order, ...rest] = line.split(' ');
  if (order === 'query') console.log(JSON.stringify((await database.query(rest.join(' '))).rows));
  if (order === 'hold') {
    void database.transaction(async (tx) => {
      await tx.query(rest.join(' '));
      console.log('held');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });
  }
  if (order === 'count') {
    for (let n = 1; ; n++) {
      await database.query('insert into counted values ($1)', [n]);
      console.log(n);
    }
  }
  if (order === 'close') {
    await database.close();
    process.exit();
  }
}
