/** About as many bytes of whole lines as a thread takes at once. */
const chunkBytes = 256 * 1024;

/** Cuts a stream of bytes into chunks of whole lines, each on memory of its own. The rest comes last, as it is. */
export async function* wholeLines(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of stream) {
    held.push(bytes);
    size += bytes.length;
    if (size < chunkBytes) continue;
    const joined = together(held, size);
    const end = joined.lastIndexOf(10) + 1;
    if (end === 0) continue;
    yield joined.slice(0, end);
    held = [joined.subarray(end)];
    size = joined.length - end;
  }
  if (size > 0) yield together(held, size);
}

function together(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
