import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assembleLibraries } from './assemble';

const handlerPath = 'node_modules/@types/aws-lambda/handler.d.ts';
const handler = readFileSync(handlerPath, 'utf8');

function context(runtime: 'nodejs22.x' | 'nodejs24.x'): string {
  const files = assembleLibraries({ [`../../../${handlerPath}`]: handler }, '', runtime);
  return files.get(`file:///${handlerPath}`) ?? '';
}

describe('the type library', () => {
  it('stands where TypeScript looks for packages', () => {
    const files = assembleLibraries({ '/a/b/node_modules/@types/node/fs.d.ts': 'x' }, 'y', 'nodejs24.x');
    expect(files.get('file:///node_modules/@types/node/fs.d.ts')).toBe('x');
    expect(files.get('file:///node_modules/@types/coldstart/fetch.d.ts')).toBe('y');
  });

  it.each([
    'getRemainingTimeInMillis',
    'functionName',
    'functionVersion',
    'invokedFunctionArn',
    'memoryLimitInMB',
    'awsRequestId',
    'logGroupName',
    'logStreamName',
    'identity',
    'clientContext',
    'tenantId',
    'callbackWaitsForEmptyEventLoop',
  ])('has words for context.%s right above it', (member) => {
    expect(context('nodejs22.x')).toMatch(new RegExp(`\\*/\\n +${member}[?:(]`));
  });

  it('says that callbacks have gone, from nodejs24.x on only', () => {
    expect(context('nodejs24.x')).toContain('@deprecated Only up to nodejs22.x');
    expect(context('nodejs24.x')).toContain('NoCallbackSinceNodejs24');
    expect(context('nodejs22.x')).not.toContain('NoCallbackSinceNodejs24');
  });

  it('changes nothing of the packaged declarations but comments', () => {
    const bare = (text: string): string => text.replaceAll(/^ *\/\*\*[^\n]*\*\/\n/gm, '');
    expect(bare(context('nodejs22.x'))).toBe(bare(handler));
  });
});
