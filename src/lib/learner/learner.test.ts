import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Disk } from './disk';
import { openIndexedDb } from './indexed-db';
import { Learner } from './learner.svelte';

const LESSON = '01-first-invocation';
let name = '';
let count = 0;
let now = 0;

beforeEach(() => {
  name = `learner-${count++}`;
  now = 1000;
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A visit to the site: a learner over the same database as the visit before. */
async function visit(open: () => Promise<Disk> = () => openIndexedDb(name)): Promise<Learner> {
  const learner = new Learner(open, () => now++);
  await learner.start();
  return learner;
}

async function put(store: string, key: string, value: unknown): Promise<void> {
  const db = await openDB(name, 1);
  await db.put(store, value, key);
  db.close();
}

describe('between visits', () => {
  it('keeps progress, answers and code', async () => {
    const first = await visit();
    first.recordStep(LESSON, 'greet', { prediction: 'hello', hints: 1 });
    first.recordStep(LESSON, 'greet', { outcome: 'hello', doneAt: 5 });
    first.recordAnswer('first-q1', ['a', 'c'], false);
    first.saveDraft(LESSON, 'greet', { 'hello/index.mjs': 'one', 'hello/b.mjs': 'two' });
    await first.flush();

    const second = await visit();
    expect(second.step(LESSON, 'greet')).toMatchObject({
      prediction: 'hello',
      outcome: 'hello',
      hints: 1,
      doneAt: 5,
    });
    expect(second.answer('first-q1')).toMatchObject({ chosen: ['a', 'c'], correct: false, attempts: 1 });
    expect(second.draft(LESSON, 'greet')).toEqual({ 'hello/index.mjs': 'one', 'hello/b.mjs': 'two' });
  });

  it('takes no other prediction once the outcome is known', async () => {
    const learner = await visit();
    learner.recordStep(LESSON, 'greet', { prediction: 'hello' });
    learner.recordStep(LESSON, 'greet', { prediction: 'nothing' });
    learner.recordStep(LESSON, 'greet', { outcome: 'error' });
    learner.recordStep(LESSON, 'greet', { prediction: 'error' });
    expect(learner.step(LESSON, 'greet')).toMatchObject({ prediction: 'nothing', outcome: 'error' });
  });

  it('keeps what was done before the disk had answered, beside what it held', async () => {
    const first = await visit();
    first.recordStep(LESSON, 'greet', { doneAt: 7 });
    await first.flush();

    const second = new Learner(
      () => openIndexedDb(name),
      () => now++,
    );
    const starting = second.start();
    second.recordStep(LESSON, 'greet', { hints: 2 });
    await starting;
    expect(second.step(LESSON, 'greet')).toMatchObject({ doneAt: 7, hints: 2 });
    expect((await visit()).step(LESSON, 'greet')).toMatchObject({ hints: 2 });
  });
});

describe('code', () => {
  it('is saved at a pause in typing', async () => {
    const learner = await visit();
    learner.saveDraft(LESSON, 'greet', { 'index.mjs': 'a' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await visit()).draft(LESSON, 'greet')).toEqual({ 'index.mjs': 'a' });
  });

  it('comes back as it was after a solution was looked at', async () => {
    const learner = await visit();
    learner.saveDraft(LESSON, 'greet', { 'index.mjs': 'mine' });
    learner.replaceDraft(LESSON, 'greet', { 'index.mjs': 'mine' }, { 'index.mjs': 'solution' });
    learner.saveDraft(LESSON, 'greet', { 'index.mjs': 'solution, edited' });
    expect(learner.draft(LESSON, 'greet')).toEqual({ 'index.mjs': 'solution, edited' });
    expect(learner.bringBack(LESSON, 'greet')).toEqual({ 'index.mjs': 'mine' });
    expect(learner.draft(LESSON, 'greet')).toEqual({ 'index.mjs': 'mine' });
    expect(learner.kept(LESSON, 'greet')).toEqual({});
  });

  it('that was removed stays removed until it is written again', async () => {
    const first = await visit();
    first.saveDraft(LESSON, 'greet', { 'b.mjs': 'mine' }, ['a.mjs']);
    await first.flush();
    const second = await visit();
    expect(second.draft(LESSON, 'greet')).toEqual({ 'b.mjs': 'mine' });
    expect(second.removed(LESSON, 'greet')).toEqual(['a.mjs']);
    second.saveDraft(LESSON, 'greet', { 'a.mjs': 'again' });
    expect(second.removed(LESSON, 'greet')).toEqual([]);
  });

  it('of the learner’s own making survives a second solution', async () => {
    const learner = await visit();
    learner.replaceDraft(LESSON, 'greet', { a: 'mine' }, { a: 'solution' });
    learner.replaceDraft(LESSON, 'greet', {}, { a: 'starter' });
    expect(learner.kept(LESSON, 'greet')).toEqual({ a: 'mine' });
  });

  it('belongs to one step, also where one id begins like another', async () => {
    const learner = await visit();
    learner.saveDraft(LESSON, 'greet', { a: '1' });
    learner.saveDraft(LESSON, 'greet-again', { a: '2' });
    expect(learner.draft(LESSON, 'greet')).toEqual({ a: '1' });
  });
});

describe('when the store is damaged', () => {
  it('puts the bad record aside, says which and why, and loses nothing else', async () => {
    const first = await visit();
    first.recordStep(LESSON, 'greet', { doneAt: 5 });
    first.saveDraft(LESSON, 'greet', { 'index.mjs': 'mine' });
    await first.flush();
    await put('steps', `${LESSON}/broken`, { doneAt: 'yesterday', savedAt: 1 });

    const second = await visit();
    expect(second.step(LESSON, 'greet')?.doneAt).toBe(5);
    expect(second.draft(LESSON, 'greet')).toEqual({ 'index.mjs': 'mine' });
    expect(second.step(LESSON, 'broken')).toBeUndefined();
    expect(second.notices.map(({ kind }) => kind)).toEqual(['put-aside']);
    expect(second.notices[0]!.text).toContain(`steps “${LESSON}/broken” (doneAt: `);
    expect(await second.putAsideText()).toContain('yesterday');
  });

  it('tells it once: the next visit is quiet, and the record still there', async () => {
    await visit();
    await put('answers', 'q', 'garbage');
    await visit();
    const third = await visit();
    expect(third.notices).toEqual([]);
    expect(await third.putAsideText()).toContain('garbage');
  });

  it('does not write over an earlier broken record of the same name', async () => {
    await visit();
    await put('answers', 'q', 'first garbage');
    await visit();
    await put('answers', 'q', 'second garbage');
    const learner = await visit();
    expect(await learner.putAsideText()).toMatch(/first garbage[^]*second garbage/);
  });
});

describe('when nothing can be kept', () => {
  it('works on in memory without IndexedDB, and says so once', async () => {
    const learner = await visit(() => Promise.reject(new Error('storage is off')));
    learner.recordStep(LESSON, 'greet', { doneAt: 5 });
    await learner.flush();
    expect(learner.ready).toBe(true);
    expect(learner.step(LESSON, 'greet')?.doneAt).toBe(5);
    expect(learner.notices).toHaveLength(1);
    expect(learner.notices[0]!.text).toContain('storage is off');
    expect(await learner.exportText()).toContain('"doneAt": 5');
  });

  it('holds what a full disk refuses, says so once, and saves it when there is room', async () => {
    const disk = await openIndexedDb(name);
    let full = true;
    const learner = await visit(() =>
      Promise.resolve({
        ...disk,
        write: (...args: Parameters<Disk['write']>) =>
          full ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : disk.write(...args),
      }),
    );
    learner.saveDraft(LESSON, 'greet', { 'index.mjs': 'mine' });
    await learner.flush();
    await learner.flush();
    expect(learner.notices.map(({ title }) => title)).toEqual(['The browser’s storage is full']);
    expect(learner.draft(LESSON, 'greet')).toEqual({ 'index.mjs': 'mine' });

    full = false;
    await learner.flush();
    expect((await visit()).draft(LESSON, 'greet')).toEqual({ 'index.mjs': 'mine' });
  });
});

describe('an export', () => {
  it('brings everything to another browser', async () => {
    const mine = await visit();
    mine.recordStep(LESSON, 'greet', { prediction: 'hello', doneAt: 5 });
    mine.recordAnswer('q', ['a'], true);
    mine.saveDraft(LESSON, 'greet', { 'index.mjs': 'mine' });
    const text = await mine.exportText();

    name = `${name}-other`;
    const other = await visit();
    expect(await other.importText(text)).toEqual({ ok: true, changed: 3, faults: [] });
    const later = await visit();
    expect(later.step(LESSON, 'greet')).toMatchObject({ prediction: 'hello', doneAt: 5 });
    expect(later.answer('q')?.correct).toBe(true);
    expect(later.draft(LESSON, 'greet')).toEqual({ 'index.mjs': 'mine' });
  });

  it('never loses code that is here: newer code wins, the other is kept', async () => {
    const old = await visit();
    old.saveDraft(LESSON, 'greet', { a: 'old' });
    const exported = await old.exportText();
    old.saveDraft(LESSON, 'greet', { a: 'newer' });
    await old.importText(exported);
    expect(old.draft(LESSON, 'greet')).toEqual({ a: 'newer' });

    name = `${name}-other`;
    const other = new Learner(
      () => openIndexedDb(name),
      () => 1,
    );
    other.saveDraft(LESSON, 'greet', { a: 'here' });
    await other.importText(exported);
    expect(other.draft(LESSON, 'greet')).toEqual({ a: 'old' });
    expect(other.kept(LESSON, 'greet')).toEqual({ a: 'here' });
  });

  it('is forgotten with the rest when the learner clears everything', async () => {
    const learner = await visit();
    learner.recordAnswer('q', ['a'], true);
    await learner.flush();
    await learner.clear();
    expect((await visit()).answer('q')).toBeUndefined();
  });
});
