import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingMail, Sender } from '../../src/ports.ts';
import { openSmtpSender, type SmtpOptions } from '../../src/sending/smtp.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';

const signal = new AbortController().signal;
const RAW = Buffer.from('From: dealreg@mixvoip.com\r\nSubject: Accepté\r\n\r\n.Punkt\r\nBonjour\r\n');

describe('sending by SMTP', () => {
  let sink: SmtpSink;
  let sender: Sender;
  beforeAll(async () => {
    sink = await startSmtpSink();
  });
  beforeEach(async () => {
    await sender?.close();
    sink.reset();
    sender = smtp();
  });
  afterAll(async () => {
    await sender.close();
    await sink.stop();
  });

  function smtp(options: Partial<SmtpOptions> = {}): Sender {
    return openSmtpSender({ host: '127.0.0.1', port: sink.port, secure: false, ...options });
  }
  function mail(change: Partial<OutgoingMail> = {}): OutgoingMail {
    return { messageId: '<1@mixvoip.com>', envelopeFrom: '', to: ['anna@netz.example'], raw: RAW, ...change };
  }

  test('given a notice with a null return path, when it is sent, then its bytes arrive unchanged at every recipient', async () => {
    const result = await sender.send(mail({ to: ['anna@netz.example', 'nrouge@mixvoip.com'] }), signal);
    expect(result).toMatchObject({ state: 'sent', response: expect.stringMatching(/^250/) });
    expect(sink.received).toEqual([{ from: '', to: ['anna@netz.example', 'nrouge@mixvoip.com'], raw: RAW }]);
  });

  test('given an address for bounces, when a notice is sent, then it is the envelope sender', async () => {
    await sender.send(mail({ envelopeFrom: 'bounces@mixvoip.com' }), signal);
    expect(sink.received[0]?.from).toBe('bounces@mixvoip.com');
  });

  test('given several notices, when they are sent one after the other, then one connection serves', async () => {
    const before = sink.connections();
    for (let number = 0; number < 5; number += 1) await sender.send(mail(), signal);
    expect(sink.received).toHaveLength(5);
    expect(sink.connections() - before).toBe(1);
  });

  test('given a kept connection that the server has dropped, when the next notice is sent, then it goes out over another, once', async () => {
    await sender.send(mail(), signal);
    sink.cut();
    expect(await sender.send(mail(), signal)).toMatchObject({ state: 'sent' });
    expect(sink.received).toHaveLength(2);
  });

  test('given many notices at once, when they are sent, then all arrive', async () => {
    await Promise.all(Array.from({ length: 12 }, () => sender.send(mail(), signal)));
    expect(sink.received).toHaveLength(12);
  });

  test.each([
    ['a server that is full', { sender: 452 }, 'retry', 'smtp.452'],
    ['a greylisting server', { recipients: { '*': 450 } }, 'retry', 'smtp.450'],
    ['an unknown recipient', { recipients: { '*': 550 } }, 'failed', 'smtp.550'],
    ['content that is refused', { data: 554 }, 'failed', 'smtp.554'],
    ['content that is refused for now', { data: 451 }, 'retry', 'smtp.451'],
    ['a server that takes nothing now', { greeting: 421 }, 'retry', 'smtp.421'],
    ['a line that breaks before the end', { data: 'cut before the end' }, 'uncertain', 'smtp.ECONNECTION'],
    ['a line that breaks after the end', { data: 'accept, then cut' }, 'uncertain', 'smtp.ECONNECTION'],
  ] as const)(
    'given %s, when a notice is sent, then it ends as such',
    async (_, misbehaviour, state, reason) => {
      sink.misbehave = misbehaviour;
      const result = await sender.send(mail(), signal);
      expect(result).toMatchObject({ state });
      expect((result as { reason: string }).reason).toContain(reason);
    },
  );

  test('given a server that says nothing after the end, when the time is over, then the attempt is uncertain though the mail was taken', async () => {
    sink.misbehave = { data: 'accept, then silence' };
    const impatient = smtp({ socketTimeoutMs: 300 });
    expect(await impatient.send(mail(), signal)).toEqual({ state: 'uncertain', reason: 'smtp.ETIMEDOUT' });
    expect(sink.received).toHaveLength(1);
    const hurried = smtp({ sendTimeoutMs: 300 });
    expect(await hurried.send(mail(), signal)).toEqual({ state: 'uncertain', reason: 'smtp.ETIMEDOUT' });
  });

  test('given a server that never greets, when the time is over, then the attempt is repeated', async () => {
    sink.misbehave = { greeting: 'silent' };
    expect(await smtp({ socketTimeoutMs: 300, greetingTimeoutMs: 300 }).send(mail(), signal)).toMatchObject({
      state: 'retry',
    });
  });

  test('given a slow server, when it answers in time, then the notice is sent', async () => {
    sink.misbehave = { delayMs: 500 };
    expect(await sender.send(mail(), signal)).toMatchObject({ state: 'sent' });
  });

  test('given no server, when a notice is sent, then it is repeated', async () => {
    expect(await smtp({ port: 1 }).send(mail(), signal)).toMatchObject({ state: 'retry' });
    await expect(smtp({ port: 1 }).check()).rejects.toThrow(/nothing listens at 127.0.0.1:1/);
  });

  test('given a wrong password, when a notice is sent, then it waits for the setting to be mended', async () => {
    sink.misbehave = { login: 535 };
    const result = await smtp({ user: 'dealreg', password: 'falsch' }).send(mail(), signal);
    expect(result).toMatchObject({ state: 'retry', reason: expect.stringContaining('smtp.535') });
    const checked = smtp({ user: 'dealreg', password: 'falsch' }).check();
    await expect(checked).rejects.toThrow(/refuses the user or the password/);
  });

  test('given a refused main recipient and an accepted copy, when a notice is sent, then neither gets it', async () => {
    const to = ['anna@netz.example', 'nrouge@mixvoip.com'];
    sink.misbehave = { recipients: { 'anna@netz.example': 450 } };
    expect(await sender.send(mail({ to }), signal)).toMatchObject({ state: 'retry', reason: 'smtp.450' });
    sink.misbehave = { recipients: { 'anna@netz.example': 550 } };
    expect(await sender.send(mail({ to }), signal)).toMatchObject({ state: 'failed', reason: 'smtp.550' });
    expect(sink.received).toEqual([]);
    sink.misbehave = { recipients: { 'nrouge@mixvoip.com': 550 } };
    expect(await sender.send(mail({ to }), signal)).toMatchObject({
      state: 'sent',
      response: expect.stringContaining('1 copies refused'),
    });
    expect(sink.received[0]?.to).toEqual(['anna@netz.example']);
  });

  test.each([
    'anna@netz.example\r\nBcc: x@evil.example',
    'anna@netz.example> <x@evil.example',
    'anna@netz.example x@evil.example',
    '"a@b"@evil.example',
    'Anna <anna@netz.example>',
    '',
  ])('given the address %j, when a notice is sent, then no server is asked', async (address) => {
    const before = sink.connections();
    expect(await sender.send(mail({ to: [address] }), signal)).toEqual({
      state: 'failed',
      reason: 'smtp.address_invalid',
    });
    expect(sink.connections()).toBe(before);
  });

  test('given that the row was lost, when the first byte is about to leave, then the server gets no mail', async () => {
    const beforeData = () => Promise.reject(new Error('another worker holds this notice'));
    expect(await sender.send(mail({ beforeData }), signal)).toMatchObject({ state: 'retry' });
    expect(sink.received).toEqual([]);
  });

  test('given a mail that is refused before its data, when it is sent, then its row never says that sending began', async () => {
    let begun = 0;
    const beforeData = async () => {
      begun += 1;
    };
    sink.misbehave = { recipients: { '*': 450 } };
    await sender.send(mail({ beforeData }), signal);
    expect(begun).toBe(0);
    sink.misbehave = {};
    await sender.send(mail({ beforeData }), signal);
    expect(begun).toBe(1);
  });

  test('given a worker that is told to stop, when nothing has begun, then the notice waits for the next', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await sender.send(mail(), stop.signal)).toMatchObject({ state: 'retry', reason: 'smtp.EABORT' });
    expect(sink.received).toEqual([]);
  });

  test('given a server, when it is checked, then it is named', async () => {
    expect(await sender.check()).toContain(`127.0.0.1:${sink.port}`);
  });
});

describe('sending by SMTP with TLS', () => {
  const to = (port: number, secure: boolean, tls?: SmtpOptions['tls']) =>
    openSmtpSender({ host: 'localhost', port, secure, tls });
  const mail = { messageId: '<1@mixvoip.com>', envelopeFrom: '', to: ['anna@netz.example'], raw: RAW };

  test('given a certificate that nobody vouches for, when a notice is sent, then it does not leave', async () => {
    const sink = await startSmtpSink('implicit');
    const sender = to(sink.port, true);
    expect(await sender.send(mail, signal)).toMatchObject({ state: 'retry' });
    await expect(sender.check()).rejects.toThrow(/no trusted encryption with localhost/);
    expect(sink.received).toEqual([]);
    await sink.stop();
  });

  test('given STARTTLS with a home-made certificate on this machine, when a notice is sent, then it arrives', async () => {
    const sink = await startSmtpSink('starttls');
    const sender = to(sink.port, false);
    expect(await sender.send(mail, signal)).toMatchObject({ state: 'sent' });
    await sender.close();
    await sink.stop();
  });
});
