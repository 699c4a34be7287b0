import type { BatchView } from '#contract/exchange.ts';
import { day, instant } from '#domain/time.ts';
import { faultIn, firstToLookAt, referenceAge, waitedDays } from '#renderer/exchange/batch-words.ts';
import { base64Of, bytesOf } from '#renderer/ui/files.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const paris = 'Europe/Paris';
const now = instant('2026-11-22T09:00:00.000Z');
const batch = (batchNo: number, state: BatchView['state']): BatchView => ({
  batchNo,
  businessDay: day('2026-11-20'),
  fileName: 'x',
  records: 1,
  sizeBytes: 1,
  createdAt: now,
  state,
  handedOverOn: null,
  tries: 0,
  lastTryAt: null,
  lastError: null,
  answeredAt: null,
  answerDetail: null,
});

describe('a day to send', () => {
  it('says in words what stood in the way', () => {
    const errors = [
      null,
      'getaddrinfo ENOTFOUND hq.example',
      'connect ECONNREFUSED 10.0.0.1:443',
      'The operation was aborted due to timeout',
      'headquarters answered 503',
      'self-signed certificate',
      'what else',
    ];
    expect(errors.map(faultIn)).toEqual([
      null,
      'no-network',
      'no-network',
      'slow',
      'headquarters',
      'not-recognised',
      'other',
    ]);
  });

  it('counts its age in days of the site, not in hours', () => {
    const closed = instant('2026-11-20T22:30:00.000Z');
    expect(waitedDays({ createdAt: closed }, now, paris)).toBe(2);
    expect(waitedDays({ createdAt: closed }, now, 'America/Cayenne')).toBe(2);
    expect(waitedDays({ createdAt: instant('2026-11-20T23:30:00.000Z') }, now, paris)).toBe(1);
    expect(waitedDays({ createdAt: instant('2026-11-23T09:00:00.000Z') }, now, paris)).toBe(0);
  });

  it('shows the oldest that is not received first, whatever its state', () => {
    const days = [batch(4, 'waiting'), batch(3, 'quarantined'), batch(2, 'accepted')];
    expect(firstToLookAt(days)?.batchNo).toBe(3);
    expect(firstToLookAt([batch(2, 'accepted'), batch(1, 'accepted')])?.batchNo).toBe(2);
    expect(firstToLookAt([])).toBeNull();
  });
});

describe('the prices in force', () => {
  it('are old after more than seven days', () => {
    const ages = ['2026-11-15', '2026-11-14'].map(
      (on) => referenceAge(instant(`${on}T12:00:00.000Z`), now, paris)?.old,
    );
    expect(ages).toEqual([false, true]);
    expect(referenceAge(null, now, paris)).toBeNull();
  });
});

it('carries the bytes of a file unchanged', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect([...bytesOf(base64Of(bytes))]).toEqual([...bytes]);
    }),
  );
  expect(base64Of(new Uint8Array(200_000))).toHaveLength(266_668);
});
