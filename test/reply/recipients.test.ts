import { describe, expect, test } from 'vitest';
import { answerAddress, copiedAddresses } from '../../src/reply/recipients.ts';

const own = ['dealreg@mixvoip.com'];

describe('who is answered', () => {
  test('given a Reply-To that was trusted, it is answered', () => {
    expect(answerAddress({ address: 'a@x.example', replyTo: 'team@x.example' }, own)).toBe('team@x.example');
  });
  test('given none, From is answered', () => {
    expect(answerAddress({ address: 'a@x.example' }, own)).toBe('a@x.example');
  });
  test('given a Reply-To that is ours, From is answered', () => {
    expect(answerAddress({ address: 'a@x.example', replyTo: 'DealReg@mixvoip.com' }, own)).toBe(
      'a@x.example',
    );
  });
  test.each([
    ['nobody wrote', undefined],
    ['we wrote ourselves', 'dealreg@mixvoip.com'],
    ['a mail server wrote', 'mailer-daemon@x.example'],
    ['nobody reads it', 'no-reply@x.example'],
    ['nobody reads it', 'noreply+123@x.example'],
    ['it is no plain address', 'a@x.example, b@y.example'],
  ])('nobody is answered when %s', (_, address) => {
    expect(answerAddress({ address }, own)).toBeUndefined();
  });
});

describe('who is copied', () => {
  test('an address that is none is an error, not a silence', () => {
    expect(() => copiedAddresses(['a b@x.example'], 'c@x.example')).toThrow(/cc/);
  });
});
