import { expect, it } from 'vitest';
import { codeFolders, toFiles, toFunctionFiles } from './code-folders';

const scenario = {
  template: {
    Globals: { Function: { CodeUri: './shared/' } },
    Resources: {
      Hello: { Properties: { CodeUri: './hello' } },
      Other: { Properties: {} },
      Root: { Properties: { CodeUri: '.' } },
    },
  },
};

it('finds each function’s folder as the template names it', () => {
  expect([...codeFolders(scenario)]).toEqual([
    ['Hello', 'hello/'],
    ['Other', 'shared/'],
    ['Root', ''],
  ]);
});

it('turns code into files and back', () => {
  const folders = codeFolders(scenario);
  const files = toFiles(
    { Hello: { 'index.mjs': 'a', 'lib/b.mjs': 'b' }, Other: { 'index.mjs': 'c' } },
    folders,
  );
  expect(files).toEqual({ 'hello/index.mjs': 'a', 'hello/lib/b.mjs': 'b', 'shared/index.mjs': 'c' });
  expect(toFunctionFiles(files, 'hello/')).toEqual({ 'index.mjs': 'a', 'lib/b.mjs': 'b' });
});

it('finds nothing in a scenario without a template', () => {
  expect(codeFolders({}).size).toBe(0);
});
