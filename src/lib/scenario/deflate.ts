/** Compresses with the platform's own deflate; its checksum (zlib) tells damage. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = await collect(streamOf(bytes).pipeThrough(new CompressionStream('deflate')), Infinity);
  if (packed === 'too-large') throw new Error('there is no limit to pass');
  return packed;
}

/**
 * Inflates as a stream and stops as soon as more than `bytesMax` have come out, so that a bomb costs no more than that.
 * `damaged`: the bytes are no deflate stream, or not a whole one.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  bytesMax: number,
): Promise<Uint8Array | 'too-large' | 'damaged'> {
  try {
    return await collect(streamOf(bytes).pipeThrough(new DecompressionStream('deflate')), bytesMax);
  } catch (error) {
    // What the platform throws at broken data: a TypeError, in Node with a code of zlib's.
    if (error instanceof TypeError || (error instanceof Error && 'code' in error)) return 'damaged';
    throw error;
  }
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** All bytes of a stream, or `too-large` once there are more than `bytesMax`; the rest is not read. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  bytesMax: number,
): Promise<Uint8Array | 'too-large'> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > bytesMax) {
      await reader.cancel();
      return 'too-large';
    }
    pieces.push(next.value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
