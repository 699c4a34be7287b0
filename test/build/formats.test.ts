import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { acknowledgementBody } from '#exchange/acknowledgement.ts';
import type { AnswerBody } from '#exchange/answer.ts';
import type { ArchiveManifest } from '#exchange/archive.ts';
import type { BackupLine, SealedBackup, SealedTill } from '#exchange/backup.ts';
import { batchManifest } from '#exchange/batch.ts';
import { batchLine01 } from '#exchange/0.1/batch.ts';
import { batchLine } from '#exchange/batch-line.ts';
import { publishedFile } from '#exchange/catalogue-schema.ts';
import type { EnrolmentRequest, EnrolmentResponse } from '#exchange/enrolment.ts';
import { partsBody } from '#exchange/parts.ts';
import { networkCard, peopleBody } from '#exchange/people.ts';
import { referenceBody } from '#exchange/reference.ts';
import { codeIn, read, rowsIn } from '../support/documents.ts';
import { fieldsIn, fieldsOf, missing, namesIn, section } from '../support/format-pages.ts';

// What is written in docs/formats is what another program is written from: each field here is there, and the other
// way round where the page has a table of fields.

const formats = (name: string): string => read(`docs/formats/${name}.md`);
interface AnySchema {
  readonly shape?: Readonly<Record<string, AnySchema>>;
  readonly def: {
    readonly type: string;
    readonly innerType?: AnySchema;
    readonly element?: AnySchema;
    readonly valueType?: AnySchema;
    readonly in?: AnySchema;
    readonly options?: readonly AnySchema[];
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
  };
}

interface Named {
  readonly fields: string[];
  readonly values: string[];
}

/** Names of the fields of a schema and of what is in it, and the words that its closed lists allow. */
function namesOf(schema: AnySchema): Named {
  const { def } = schema;
  const own = Object.entries(schema.shape ?? {});
  const inner = [
    ...own.map(([, one]) => one),
    ...[def.innerType, def.element, def.valueType, def.in].filter((one) => one !== undefined),
    ...(def.options ?? []),
  ].map(namesOf);
  const literals = (def.values ?? []).filter((value) => typeof value === 'string');
  return {
    fields: [...own.map(([name]) => name), ...inner.flatMap((one) => one.fields)],
    values: [...Object.values(def.entries ?? {}), ...literals, ...inner.flatMap((one) => one.values)],
  };
}

const inside = (schema: z.ZodType): Named => namesOf(schema);
const optionsOf = (schema: { readonly options: readonly unknown[] }): readonly AnySchema[] =>
  schema.options as readonly AnySchema[];

describe('the file of publish', () => {
  const page = formats('publish');
  const { fields, values } = inside(publishedFile);

  test('has every field and every word of a closed list on its page', () => {
    expect(missing(page, fields)).toEqual([]);
    const said = new Set(page.match(/[A-Za-z*][\w-]*/g));
    expect(values.filter((value) => !said.has(value))).toEqual([]);
  });

  test('has a row for each of its keys, and no key that is not one', () => {
    const top = rowsIn(page).flatMap(([first = '']) => codeIn(first));
    expect(top.filter((name) => name !== 'sites[].units').toSorted()).toEqual(
      Object.keys(publishedFile.shape).toSorted(),
    );
    // What stands for a name, a number or a choice in the forms of that page.
    const stand = 'NAME SKU ICCID N null codes or rolling-N-days'.split(' ');
    const known = new Set([...fields, ...values, ...stand]);
    const cells = rowsIn(page).flatMap((row) => row.flatMap((cell) => [...namesIn(cell)]));
    expect(cells.filter((name) => !known.has(name))).toEqual([]);
  });
});

test('the reference has exactly the fields of its page, and all that is in them but the catalogue’s', () => {
  const page = formats('reference');
  const parts = inside(partsBody).fields;
  expect(missing(section(page, 'A part'), ['number', 'since', 'key', 'file'])).toEqual([]);
  expect(missing(page, parts)).toEqual([]);
  const { catalogue: _catalogue, units: _units, ...own } = referenceBody.shape;
  expect(fieldsIn(section(page, 'Catalogue')).toSorted()).toEqual(
    Object.keys(referenceBody.shape).toSorted(),
  );
  expect(fieldsIn(section(page, 'People')).toSorted()).toEqual(Object.keys(peopleBody.shape).toSorted());
  for (const one of [...Object.values(own), peopleBody, networkCard])
    expect(missing(page, inside(one).fields)).toEqual([]);
});

test('the acknowledgement has exactly the fields and the answers of its page', () => {
  const page = section(formats('acknowledgement'), 'Acknowledgement');
  const listed = fieldsIn(page);
  const statuses = optionsOf(acknowledgementBody.shape.status).map((one) => namesOf(one));
  const kinds = statuses.map((one) => one.values[0] ?? '');
  const more = statuses.flatMap((one) => one.fields.filter((field) => field !== 'kind'));
  const wanted = [...Object.keys(acknowledgementBody.shape), ...kinds, ...more];
  expect(new Set(listed)).toEqual(new Set(wanted));
  expect(missing(page, inside(acknowledgementBody).values)).toEqual([]);
});

test('the answer has the fields of its page', () => {
  const fields = fieldsOf<AnswerBody>({
    v: true,
    site: true,
    till: true,
    at: true,
    acknowledgements: true,
    reference: true,
  });
  expect(missing(section(formats('acknowledgement'), 'Answer'), fields)).toEqual([]);
});

describe('the batch', () => {
  const page = formats('batch');

  test('has exactly the manifest of its page', () => {
    const listed = fieldsIn(section(page, 'Manifest (first line)')).map((name) => name.replace(/\..*$/, ''));
    expect([...new Set(listed)].toSorted()).toEqual(Object.keys(batchManifest.options[1].shape).toSorted());
    expect(missing(page, inside(batchManifest).fields)).toEqual([]);
  });

  test.each([
    ['Record lines', batchLine, {}],
    ['Record lines of version 1', batchLine01, { journal: 'as above' }],
  ] as const)(
    'has exactly the lines of its page, each with its fields and words: %s',
    (title, schema, said) => {
      const rows = rowsIn(section(page, title));
      const lines = optionsOf(schema).map((one) => namesOf(one));
      const listed = rows.flatMap(([first = '']) => codeIn(first));
      const kinds = optionsOf(schema).map((one) => String(one.shape?.['t']?.def.values?.[0]));
      expect(listed.toSorted()).toEqual(kinds.toSorted());
      for (const [at, line] of lines.entries()) {
        const kind = kinds[at] ?? '';
        // Said elsewhere on the page: the line itself, or one of version 1 inside it.
        if (kind in said || kind === 'before-signed') continue;
        const row = rows.find(([first = '']) => codeIn(first).includes(kind))?.join(' ') ?? '';
        const chains = ['sale', 'closing', 'copy', 'event', '*'];
        const words = line.values.filter((word) => !chains.includes(word));
        expect(missing(row, [...line.fields.filter((field) => field !== 't'), ...words]), kind).toEqual([]);
      }
    },
  );
});

test('the archive has the fields of its page in its first line', () => {
  const fields = fieldsOf<ArchiveManifest>({
    t: true,
    v: true,
    site: true,
    siteName: true,
    siret: true,
    till: true,
    period: true,
    madeAt: true,
    appVersion: true,
    keyId: true,
    chains: true,
  });
  expect(missing(formats('archive'), fields)).toEqual([]);
});

test('the backup has the fields of its page', () => {
  const line = fieldsOf<BackupLine>({
    kind: true,
    v: true,
    till: true,
    siteName: true,
    madeAt: true,
    appVersion: true,
    sealedBytes: true,
    copyBytes: true,
  });
  const sealed = fieldsOf<SealedBackup>({
    v: true,
    site: true,
    till: true,
    madeAt: true,
    appVersion: true,
    tills: true,
    databaseKey: true,
    copyBytes: true,
    copySha256: true,
  });
  const till = fieldsOf<SealedTill>({
    till: true,
    keyId: true,
    publicKey: true,
    signingKey: true,
    lastBusinessDay: true,
    heads: true,
  });
  expect(missing(formats('backup'), [...line, ...sealed, ...till])).toEqual([]);
});

test('enrolment has the fields of its page', () => {
  const request = fieldsOf<EnrolmentRequest>({
    v: true,
    site: true,
    till: true,
    keyId: true,
    publicKey: true,
    recipient: true,
    at: true,
    mac: true,
  });
  const response = fieldsOf<EnrolmentResponse>({
    v: true,
    site: true,
    till: true,
    requestMac: true,
    hqSign: true,
    ageRecipients: true,
    reference: true,
    at: true,
  });
  expect(missing(formats('enrolment'), [...request, ...response])).toEqual([]);
});
