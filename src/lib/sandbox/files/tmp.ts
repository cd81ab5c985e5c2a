import type { Bytes } from '$lib/kernel/units';
import { bytes } from '$lib/kernel/units';
import type { Tmp } from '../isolate';

/** /tmp of one execution environment: files and folders in memory, with the limit that the function buys. */
export class TmpFiles implements Tmp {
  private readonly files = new Map<string, Uint8Array>();

  constructor(readonly limit: Bytes) {}

  get used(): Bytes {
    let total = 0;
    for (const content of this.files.values()) total += content.length;
    return bytes(total);
  }

  list(): readonly { readonly path: string; readonly size: Bytes }[] {
    return [...this.files]
      .map(([path, content]) => ({ path, size: bytes(content.length) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
