import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Sender } from '../../src/ports.ts';
import { openMaildirSender } from '../../src/sending/maildir.ts';

const signal = new AbortController().signal;
let path: string;
let sender: Sender;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'dealreg-outbox-'));
  sender = await openMaildirSender(path);
});
afterEach(() => rm(path, { recursive: true, force: true }));

const mail = {
  messageId: '<1@mixvoip.com>',
  envelopeFrom: '',
  to: ['a@netz.example'],
  raw: Buffer.from('Subject: x\r\n\r\ny'),
};

describe('sending into a Maildir', () => {
  test('given a notice, when it is sent, then its bytes are one .eml file in new', async () => {
    expect(await sender.send(mail, signal)).toMatchObject({ state: 'sent' });
    const [name] = await readdir(join(path, 'new'));
    expect(name).toMatch(/\.eml$/);
    expect(await readFile(join(path, 'new', name!))).toEqual(mail.raw);
    expect(await readdir(join(path, 'tmp'))).toEqual([]);
  });

  test('given a notice that was sent, when it is sent again, then there is still one file, even after a reader has moved it', async () => {
    await sender.send(mail, signal);
    expect(await sender.send(mail, signal)).toMatchObject({ state: 'sent' });
    const [name] = await readdir(join(path, 'new'));
    await rename(join(path, 'new', name!), join(path, 'cur', `${name}:2,S`));
    expect(await sender.send(mail, signal)).toMatchObject({ state: 'sent' });
    expect(await readdir(join(path, 'new'))).toEqual([]);
  });

  test('given a Message-ID, when it is looked up, then the folder tells whether it was sent', async () => {
    expect(await sender.lookUp(mail.messageId)).toBe('absent');
    await sender.send(mail, signal);
    expect(await sender.lookUp(mail.messageId)).toBe('accepted');
  });

  test('given that the attempt may not go on, when it comes to the first byte, then nothing is in new and it is retried', async () => {
    const beforeData = () => Promise.reject(new Error('lost'));
    expect(await sender.send({ ...mail, beforeData }, signal)).toMatchObject({ state: 'retry' });
    expect(await readdir(join(path, 'new'))).toEqual([]);
  });

  test('given a folder that has gone, when a notice is sent, then it is retried and the check fails', async () => {
    await rm(path, { recursive: true });
    expect(await sender.send(mail, signal)).toEqual({ state: 'retry', reason: 'maildir.ENOENT' });
    await expect(sender.check()).rejects.toThrow();
  });
});
