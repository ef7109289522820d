import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder } from '../support/temporary.ts';
import { embedded, everythingHappened, type Installation } from './installation.ts';
import { CUSTOMERS_CSV, FIRST_MAILS, mailOf, PARTNERS_CSV } from './mails.ts';

describe('commands from another process, while the service runs on its embedded database', {
  timeout: 60_000,
}, () => {
  const folder = newFolder('dr-commands-');
  let installation: Installation;
  const dealreg = (...args: string[]) => installation.processes.dealreg(...args);

  beforeAll(async () => {
    installation = embedded(folder);
    await installation.start();
    writeFileSync(join(folder, 'partners.csv'), PARTNERS_CSV);
    await dealreg('import', 'partners', 'partners.csv');
    const second = Math.floor(Date.now() / 1000) - 60;
    await installation.deliver(mailOf(FIRST_MAILS.first), new Date(second * 1000));
    await installation.deliver(mailOf(FIRST_MAILS.forged), new Date((second + 1) * 1000));
    await everythingHappened(installation, 2);
  }, 120_000);
  afterAll(async () => {
    const endings = await installation.processes.stopAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    // Lending the database to commands did not stop it from ending as it should.
    expect(endings).toMatchObject([{ name: 'start', status: 0 }]);
  });

  test('import brings customers into the ledger', async () => {
    writeFileSync(join(folder, 'customers.csv'), CUSTOMERS_CSV);
    expect(await dealreg('import', 'customers', 'customers.csv')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 added'),
    });
  });

  test('list shows the registration, and with --held the mail that waits for a person', async () => {
    const listed = await dealreg('list');
    expect(listed, listed.stderr).toMatchObject({ status: 0 });
    expect(listed.stdout).toMatch(/DR-\d{4}-000001.*Menuiserie Clausener/s);
    const held = await dealreg('list', '--held');
    expect(held, held.stderr).toMatchObject({ status: 0 });
    expect(held.stdout).toContain('solvanet.example');
  });

  test('show tells one registration with what was decided and sent', async () => {
    const shown = await dealreg('show', `DR-${new Date().getFullYear()}-000001`);
    expect(shown, shown.stderr).toMatchObject({ status: 0 });
    expect(shown.stdout).toMatch(/Menuiserie Clausener.*prospect\.first/s);
  });

  test('verify finds the ledger whole', async () => {
    expect(await dealreg('verify')).toMatchObject({ status: 0 });
  });

  test('explain says what would be answered, and changes nothing', async () => {
    const file = join(folder, 'second.eml');
    writeFileSync(file, mailOf(FIRST_MAILS.second));
    const explained = await dealreg('explain', file);
    expect(explained, explained.stderr).toMatchObject({ status: 0 });
    expect(explained.stdout).toContain('registration.competing');
    expect(await installation.query('select id from registration')).toHaveLength(1);
    expect(await installation.outbox()).toHaveLength(1);
  });

  test('doctor finds every part well', async () => {
    const doctor = await dealreg('doctor');
    expect(doctor.stdout).not.toContain('✗');
    expect(doctor).toMatchObject({ status: 0 });
  });
});
