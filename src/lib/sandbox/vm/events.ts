import * as events from 'events';

/** node:events: the module is EventEmitter itself. */
export default function make(): object {
  const { EventEmitter } = events;
  // The package has it; its types do not.
  const { once } = events as unknown as { once: unknown };
  return Object.assign(EventEmitter, { EventEmitter, once, default: EventEmitter });
}
