import { expect, test } from 'vitest';
import { readGs1 } from '#domain/gs1.ts';

const gtin = '03046920029759';

test('a field that was not there is not in what was read', () => {
  expect(readGs1(']d2', `01${gtin}`)).toStrictEqual({ ok: true, value: { gtin } });
  expect(readGs1(']d2', '10A')).toStrictEqual({ ok: true, value: { lot: 'A' } });
  expect(readGs1(']d2', '21A')).toStrictEqual({ ok: true, value: { serial: 'A' } });
});

test.each([
  ['00', 18],
  ['02', 14],
  ['03', 14],
  ['04', 16],
  ['11', 6],
  ['19', 6],
  ['20', 2],
  ['310', 7],
  ['36', 8],
  ['41', 14],
])(
  'the serial that follows a field %s of its known length is read, and cut short it is refused',
  (id, length) => {
    const field = `${id}${'1'.repeat(length)}`;
    expect(readGs1(']d2', `${field}21SER`)).toEqual({ ok: true, value: { serial: 'SER' } });
    expect(readGs1(']d2', field.slice(0, -1))).toEqual({ ok: false, refusal: { reason: 'wrong-form' } });
  },
);

test.each(['30', '37', '42', '99'])('a field %s ends at its separator', (id) => {
  expect(readGs1(']d2', `${id}1\u001d21SER`)).toEqual({ ok: true, value: { serial: 'SER' } });
  expect(readGs1(']d2', `x${id}1`)).toMatchObject({ ok: false });
});
