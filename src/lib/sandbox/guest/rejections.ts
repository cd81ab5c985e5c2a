import type { Value, Vm } from '../engine/vm';

interface Rejected {
  readonly reason: Value;
  readonly promise: Value;
}

/** Promises that were rejected while nobody handled them, in order. */
export class Rejections {
  private readonly waiting = new Map<bigint, Rejected>();

  track(vm: Vm, promise: bigint, reason: bigint, handled: boolean): void {
    const known = this.waiting.get(promise);
    if (handled) {
      if (!known) return;
      this.waiting.delete(promise);
      vm.free(known.reason);
      vm.free(known.promise);
    } else if (!known) {
      this.waiting.set(promise, { reason: vm.adopt(reason), promise: vm.adopt(promise) });
    }
  }

  /** The first one that is still unhandled; the receiver frees both values. */
  take(): Rejected | undefined {
    for (const [key, rejected] of this.waiting) {
      this.waiting.delete(key);
      return rejected;
    }
    return undefined;
  }

  clear(vm: Vm): void {
    for (let each = this.take(); each; each = this.take()) {
      vm.free(each.reason);
      vm.free(each.promise);
    }
  }
}
