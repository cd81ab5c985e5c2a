/** The learner's records in IndexedDB. */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Disk, PutAside } from './disk';
import { STORE_NAMES, type Records, type RecordTypes, type StoreName } from './records';
import { parseRecord } from './schema';

interface Schema extends DBSchema {
  steps: { key: string; value: unknown };
  answers: { key: string; value: unknown };
  drafts: { key: string; value: unknown };
  quarantine: { key: string; value: unknown };
}

type Reading = IDBPTransaction<Schema, (StoreName | 'quarantine')[], 'readwrite'>;

const VERSION = 1;

/** Rejects where IndexedDB is off, blocked or broken; the caller then works without. */
export async function openIndexedDb(name = 'coldstart'): Promise<Disk> {
  const db = await openDB<Schema>(name, VERSION, {
    upgrade(database) {
      for (const store of [...STORE_NAMES, 'quarantine'] as const) database.createObjectStore(store);
    },
    // Another tab has a newer version of the site: let it through rather than block it.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return {
    read: () => read(db),
    async write(store, key, record) {
      await db.put(store, record, key);
    },
    writeAll: (records) => writeAll(db, records),
    async clear() {
      const stores = [...STORE_NAMES, 'quarantine'] as const;
      const tx = db.transaction(stores, 'readwrite');
      await Promise.all([...stores.map((store) => tx.objectStore(store).clear()), tx.done]);
    },
    async quarantine() {
      const tx = db.transaction('quarantine');
      const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
      return keys.map((key, index) => [key, values[index]] as const);
    },
  };
}

async function writeAll(db: IDBPDatabase<Schema>, records: Records): Promise<void> {
  const tx = db.transaction(STORE_NAMES, 'readwrite');
  const writes = STORE_NAMES.flatMap((name) =>
    [...records[name]].map(([key, record]) => tx.objectStore(name).put(record, key)),
  );
  await Promise.all([...writes, tx.done]);
}

/** Reads all records; what cannot be read moves to `quarantine` in the same transaction. */
async function read(db: IDBPDatabase<Schema>): Promise<Awaited<ReturnType<Disk['read']>>> {
  const tx = db.transaction([...STORE_NAMES, 'quarantine'], 'readwrite');
  const putAside: PutAside[] = [];
  const steps = await readStore(tx, 'steps', putAside);
  const answers = await readStore(tx, 'answers', putAside);
  const drafts = await readStore(tx, 'drafts', putAside);
  await tx.done;
  return { records: { steps, answers, drafts }, putAside };
}

async function readStore<Name extends StoreName>(
  tx: Reading,
  name: Name,
  putAside: PutAside[],
): Promise<Map<string, RecordTypes[Name]>> {
  const records = new Map<string, RecordTypes[Name]>();
  const store = tx.objectStore(name);
  let cursor = await store.openCursor();
  while (cursor !== null) {
    const was = String(cursor.key);
    const parsed = parseRecord(name, was, cursor.value);
    if (parsed.ok) records.set(was, parsed.value);
    else {
      const key = await freeKey(tx, `${name}:${was}`);
      await tx.objectStore('quarantine').put(cursor.value, key);
      await cursor.delete();
      putAside.push({ key, store: name, was, reason: parsed.reason });
    }
    cursor = await cursor.continue();
  }
  return records;
}

/** An earlier broken record of the same key is not written over. */
async function freeKey(tx: Reading, wanted: string): Promise<string> {
  const store = tx.objectStore('quarantine');
  let key = wanted;
  for (let n = 2; (await store.getKey(key)) !== undefined; n++) key = `${wanted} (${n})`;
  return key;
}
