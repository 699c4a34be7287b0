import type { Connection, PoolClient, Submittable } from 'pg';

// What pg has at run time and its types leave out.
interface CopyConnection extends Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

const chunkBytes = 1 << 16;

/** Runs `COPY … FROM STDIN` with this text. pg speaks the protocol; only the few messages of a COPY are added here. */
export function copyIn(client: PoolClient, statement: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy = {
      submit: (connection: Connection): void => (connection as CopyConnection).query(statement),
      handleCopyInResponse: (connection: CopyConnection): void => {
        const bytes = Buffer.from(text, 'utf8');
        for (let at = 0; at < bytes.length; at += chunkBytes)
          connection.sendCopyFromChunk(bytes.subarray(at, at + chunkBytes));
        connection.endCopyFrom();
      },
      handleCommandComplete: (): void => {},
      handleReadyForQuery: (): void => resolve(),
      handleError: (error: Error): void => reject(error),
    };
    client.query(copy as unknown as Submittable);
  });
}
