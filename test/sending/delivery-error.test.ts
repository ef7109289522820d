import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeliveryFailure, resultOfFailure } from '../../src/sending/delivery-error.ts';

const CASES: [string, DeliveryFailure, boolean, string, string][] = [
  [
    'greylisted',
    { code: 'EENVELOPE', responseCode: 450, response: '450 4.2.0 Greylisted', command: 'RCPT TO' },
    false,
    'retry',
    'smtp.450.4.2.0',
  ],
  [
    'no such recipient',
    { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 No such user', command: 'RCPT TO' },
    false,
    'failed',
    'smtp.550.5.1.1',
  ],
  [
    'sender refused',
    { code: 'EENVELOPE', responseCode: 553, response: '553 sender rejected', command: 'MAIL FROM' },
    false,
    'failed',
    'smtp.553',
  ],
  [
    'content refused',
    { code: 'EMESSAGE', responseCode: 554, response: '554 5.7.1 spam', command: 'DATA' },
    true,
    'failed',
    'smtp.554.5.7.1',
  ],
  [
    'mailbox full, after the dot',
    { code: 'EMESSAGE', responseCode: 452, response: '452 4.2.2 full', command: 'DATA' },
    true,
    'retry',
    'smtp.452.4.2.2',
  ],
  [
    'wrong password',
    { code: 'EAUTH', responseCode: 535, response: '535 5.7.8 no', command: 'AUTH PLAIN' },
    false,
    'retry',
    'smtp.535.5.7.8',
  ],
  [
    'no password given',
    { code: 'EENVELOPE', responseCode: 530, response: '530 5.7.0 login first', command: 'MAIL FROM' },
    false,
    'retry',
    'smtp.530.5.7.0',
  ],
  [
    'bad sequence',
    { code: 'EENVELOPE', responseCode: 503, response: '503 bad sequence', command: 'RCPT TO' },
    false,
    'retry',
    'smtp.503',
  ],
  [
    'refused at the greeting',
    { code: 'EPROTOCOL', responseCode: 554, response: '554 no service', command: 'CONN' },
    false,
    'retry',
    'smtp.554',
  ],
  [
    'shutting down',
    { code: 'ECONNECTION', responseCode: 421, response: '421 4.3.2 bye', command: 'CONN' },
    true,
    'retry',
    'smtp.421.4.3.2',
  ],
  ['not reachable', { code: 'ESOCKET', command: 'CONN' }, false, 'retry', 'smtp.ESOCKET'],
  ['time-out before the data', { code: 'ETIMEDOUT', command: 'CONN' }, false, 'retry', 'smtp.ETIMEDOUT'],
  [
    'time-out after the data began',
    { code: 'ETIMEDOUT', command: 'CONN' },
    true,
    'uncertain',
    'smtp.ETIMEDOUT',
  ],
  [
    'closed after the data began',
    { code: 'ECONNECTION', command: 'CONN' },
    true,
    'uncertain',
    'smtp.ECONNECTION',
  ],
  [
    'bigger than the server allows',
    { code: 'EMESSAGE', command: 'MAIL FROM' },
    false,
    'failed',
    'smtp.EMESSAGE',
  ],
  ['something unknown', {}, false, 'retry', 'smtp.unknown'],
];

describe('what a failed attempt means', () => {
  test.each(CASES)('given %s, then it is so', (_, failure, begun, state, reason) => {
    expect(resultOfFailure(failure, begun)).toEqual({ state, reason });
  });

  test('given any failure after the data began and no refusal by the server, then it is never repeated and never given up', () => {
    const failure = fc.record(
      {
        code: fc.constantFrom('ETIMEDOUT', 'ECONNECTION', 'ESOCKET', 'EENVELOPE', 'EMESSAGE', 'ESTREAM'),
        responseCode: fc.integer({ min: 200, max: 399 }),
        command: fc.constantFrom('CONN', 'DATA', 'API'),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(failure, (given) => resultOfFailure(given, true).state === 'uncertain'));
  });
});
