import type { RecordTypes, Records, StoreName } from './records';

/** A record that could not be read and was put aside. */
export interface PutAside {
  /** Where it lies now: its key in the store `quarantine`. */
  readonly key: string;
  /** Where it was: `steps` `01-first-invocation/greet`. */
  readonly store: StoreName;
  readonly was: string;
  readonly reason: string;
}

/** Where records are kept between visits. */
export interface Disk {
  read(): Promise<{ readonly records: Records; readonly putAside: readonly PutAside[] }>;
  write<Name extends StoreName>(store: Name, key: string, record: RecordTypes[Name]): Promise<void>;
  /** Writes several records, all or none. */
  writeAll(records: Records): Promise<void>;
  /** Forgets everything, what was put aside too. */
  clear(): Promise<void>;
  /** Unreadable records that were put aside, as they were found, for an export. */
  quarantine(): Promise<readonly (readonly [key: string, value: unknown])[]>;
}
