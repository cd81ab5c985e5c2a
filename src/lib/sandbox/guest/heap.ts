import type { Bytes } from '$lib/kernel/units';
import { bytes, mebibytes } from '$lib/kernel/units';
import type { Instance } from '../engine/instance';
import type { Vm } from '../engine/vm';

/** What the allocator may take beyond the limit before it is refused: fragmentation, and the client's own code. */
const SLACK = mebibytes(8);

/** Walking a heap costs 0.05 ms and more, a warm invocation 0.01 ms: the heap is walked when it may have changed. */
const ALWAYS_MEASURED_TURNS = 8;
const ALLOCATIONS_THAT_MATTER = 256;

/** Watches how much memory one isolate uses. */
export class Heap {
  used: Bytes = bytes(0);
  /** The instance's memory has grown since the heap was last walked. */
  grew = false;
  /** An allocation failed: the allocator may not have more. */
  refused = false;
  private sizeAtStart: number;
  private turns = 0;
  private nextMeasure = ALWAYS_MEASURED_TURNS;
  private allocations = 0;

  constructor(
    private readonly instance: Instance,
    private readonly limit: Bytes,
  ) {
    this.sizeAtStart = instance.size;
  }

  begin(): void {
    this.sizeAtStart = this.instance.size;
    this.refused = false;
  }

  /** Refuses growth that the isolate's own limit cannot explain: the allocation then fails inside it. */
  mayGrow(to: Bytes): boolean {
    this.grew = true;
    this.refused = to - this.sizeAtStart > Math.max(0, this.limit - this.used) + SLACK;
    return !this.refused;
  }

  /** Walks the heap now. */
  isOver(vm: Vm): boolean {
    this.grew = false;
    if (this.refused) return true;
    this.used = vm.heapUsed();
    this.allocations = vm.allocations;
    return this.used > this.limit;
  }

  /** Walks the heap at the end of a turn, if there is reason to. */
  isOverAtEnd(vm: Vm): boolean {
    this.turns += 1;
    const changed = Math.abs(vm.allocations - this.allocations) > ALLOCATIONS_THAT_MATTER;
    const due = this.turns <= ALWAYS_MEASURED_TURNS || this.turns >= this.nextMeasure;
    if (!this.grew && !changed && !due) return this.used > this.limit;
    if (this.turns >= this.nextMeasure) this.nextMeasure *= 2;
    return this.isOver(vm);
  }
}
