import type { PrintJobView } from '#contract/printing.ts';
import { instant } from '#domain/time.ts';
import { bars, code128 } from '#drivers/printer/code128.ts';
import { faultNamed } from '#renderer/printing/fault-words.ts';
import { jobsInOrder } from '#renderer/printing/job-order.ts';
import { choiceOf, draftOf, isSameChoice } from '#renderer/printing/printer-draft.ts';
import { understood, withoutPrefix } from '#renderer/scanning/scan-meaning.ts';
import { code128Bars } from '#renderer/ui/code128-bars.ts';
import { describe, expect, it } from 'vitest';

describe('the printer form', () => {
  const tcp = { kind: 'tcp', host: '10.0.0.9', port: 9100, profile: 'p', adjustment: {} } as const;

  it('gives back the choice it was opened with', () => {
    const paper = { profile: 'q', adjustment: { codepageNumber: 6 } };
    for (const choice of [
      { kind: 'none' },
      { kind: 'virtual' },
      tcp,
      { kind: 'windows', queue: 'EPSON TM-T20', ...paper },
      { kind: 'cups', queue: 'ticket', ...paper },
      { kind: 'device', path: '/dev/usb/lp0', ...paper },
      { kind: 'serial', path: 'COM3', baudRate: 19_200, flowControl: true, ...paper },
    ] as const)
      expect(choiceOf(draftOf(choice, 'p'), choice)).toEqual(choice);
  });

  it('says what is missing', () => {
    const draft = draftOf(tcp, 'p');
    expect(choiceOf({ ...draft, host: ' ' }, tcp)).toBe('no-host');
    expect(['0', '', '65536', '9100'].map((port) => choiceOf({ ...draft, port }, tcp))).toEqual([
      'bad-port',
      'bad-port',
      'bad-port',
      tcp,
    ]);
  });

  it('keeps what was found out about a printer, and nothing of it for another one', () => {
    const known = { ...tcp, adjustment: { codepageNumber: 6, drawerOpenWhen: 'low' } } as const;
    expect(choiceOf({ ...draftOf(known, 'p'), profile: 'q' }, known)).toEqual({ ...known, profile: 'q' });
    expect(choiceOf({ ...draftOf(known, 'p'), host: '10.0.0.8' }, known)).toEqual({
      ...tcp,
      host: '10.0.0.8',
    });
  });

  it('knows the same choice whatever the order of its parts', () => {
    expect(
      isSameChoice({ adjustment: {}, profile: 'p', port: 9100, host: '10.0.0.9', kind: 'tcp' }, tcp),
    ).toBe(true);
    expect(isSameChoice({ ...tcp, port: 9101 }, tcp)).toBe(false);
  });

  it('has words for a fault it does not know', () => {
    expect([faultNamed('cover-open'), faultNamed('melted')]).toEqual(['cover-open', 'error']);
  });
});

it('shows what asks first, then what waits in turn, then the newest printed', () => {
  const job = (id: string, state: PrintJobView['state'], minute: number): PrintJobView => ({
    id,
    title: id,
    isTicket: false,
    createdAt: instant(`2026-11-22T09:${String(minute).padStart(2, '0')}:00.000Z`),
    state,
    fault: null,
    printer: null,
    document: { title: id, blocks: [] },
  });
  const jobs = [
    job('old', 'printed', 1),
    job('new', 'printed', 9),
    job('second', 'queued', 5),
    job('first', 'queued', 4),
    job('asks', 'ask', 7),
  ];
  expect(jobsInOrder(jobs).map(({ id }) => id)).toEqual(['asks', 'first', 'second', 'new', 'old']);
});

describe('a scan that is only looked at', () => {
  it('says what each code is', () => {
    const texts = ['4711082307', '89331000042000000005', '356938030010004', 'CR1.abc', 'PAR13-1-2026-000123'];
    expect(texts.map((text) => understood({ readings: [text] }).kind)).toEqual([
      'member-card',
      'iccid',
      'imei',
      'signed-referral',
      'ticket',
    ]);
  });

  it('notices a scanner that types for another keyboard', () => {
    expect(understood({ readings: ['4711082307', 'à'] }).otherKeyboard).toBe(true);
    expect(understood({ readings: ['abcd-1', 'ABCD-1 '] }).otherKeyboard).toBe(false);
  });
});

describe('the sheet of command codes', () => {
  it.each(['!EXACT', '!OK', '!NEXT', '!BACK'])('draws %s as the ticket printer does', (text) => {
    const printed = code128(text);
    const drawn = code128Bars(text);
    const dark = Array.from({ length: drawn?.modules ?? 0 }, (_, module) =>
      Boolean(drawn?.bars.some((bar) => module >= bar.at && module < bar.at + bar.width)),
    );
    expect(dark).toEqual(printed && bars(printed));
  });

  it('draws nothing for what set B cannot say', () => {
    expect([code128Bars(''), code128Bars('é')]).toEqual([null, null]);
  });
});

describe('a scan of a scanner that is set to send a prefix', () => {
  const wedge = { kind: 'prefix', prefix: '~' } as const;
  const scan = (reading: string, from: 'keyboard' | 'device' = 'keyboard') => ({ readings: [reading], from });
  it('is shown without it, as the till takes it', () => {
    expect(withoutPrefix(scan('~8933'), wedge)?.readings).toEqual(['8933']);
    expect(withoutPrefix(scan('8933', 'device'), wedge)?.readings).toEqual(['8933']);
    expect(withoutPrefix(scan('~8933'), { kind: 'usual' })?.readings).toEqual(['~8933']);
  });
  it('is nothing to the till when the prefix is missing', () => {
    expect(withoutPrefix(scan('8933'), wedge)).toBeNull();
  });
});
